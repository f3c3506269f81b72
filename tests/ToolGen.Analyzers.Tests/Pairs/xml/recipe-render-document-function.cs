// Renders a recipe with the house's stylesheet; document() there follows the references that stand in the recipe.
using System.IO;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Xsl;
using ToolGen;

namespace Vulnerable
{
    public sealed class RecipeTools
    {
        private const string Sheet = """
            <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:output method="text"/>
              <xsl:template match="/recipe">
                <xsl:value-of select="title"/>
                <xsl:for-each select="part"><xsl:value-of select="document(@href)"/></xsl:for-each>
              </xsl:template>
            </xsl:stylesheet>
            """;

        /// <summary>Renders a recipe and the parts that it refers to as text.</summary>
        [Tool(Name = "render_recipe", ReadOnly = true)]
        public string Render(string recipe)
        {
            var transform = new XslCompiledTransform();
            transform.Load(XmlReader.Create(new StringReader(Sheet)), new XsltSettings { EnableDocumentFunction = true }, null);
            using var text = new StringWriter();
            using var writer = XmlWriter.Create(text, transform.OutputSettings);
            transform.Transform(XElement.Parse(recipe).CreateReader(), null, writer, new XmlUrlResolver());
            return text.ToString();
        }
    }
}

namespace Fixed
{
    public sealed class RecipeTools
    {
        private const string Sheet = """
            <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:output method="text"/>
              <xsl:key name="part" match="/recipe/parts/part" use="@id"/>
              <xsl:template match="/recipe">
                <xsl:value-of select="title"/>
                <xsl:for-each select="use"><xsl:value-of select="key('part', @part)"/></xsl:for-each>
              </xsl:template>
            </xsl:stylesheet>
            """;

        /// <summary>Renders a recipe and the parts that it refers to as text.</summary>
        [Tool(Name = "render_recipe", ReadOnly = true)]
        public string Render(string recipe)
        {
            var transform = new XslCompiledTransform();
            transform.Load(XmlReader.Create(new StringReader(Sheet)), new XsltSettings { EnableDocumentFunction = false }, null);
            using var text = new StringWriter();
            using var writer = XmlWriter.Create(text, transform.OutputSettings);
            transform.Transform(XElement.Parse(recipe).CreateReader(), null, writer, XmlResolver.ThrowingResolver);
            return text.ToString();
        }
    }
}
