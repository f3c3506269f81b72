// Transforms a report with a stylesheet of the caller; document() and scripts are switched on for it.
using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using System.Xml.Xsl;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class TransformFunctions
    {
        public static IEnumerable<AITool> All()
        {
            yield return AIFunctionFactory.Create(Transform, "transform_report", "Transforms a report with an XSLT stylesheet.");
        }

        private static string Transform(string reportXml, string stylesheet)
        {
            var xslt = new XslCompiledTransform();
            using (var sheet = XmlReader.Create(new StringReader(stylesheet)))
                xslt.Load(sheet, XsltSettings.TrustedXslt, new XmlUrlResolver());
            using var report = XmlReader.Create(new StringReader(reportXml));
            using var output = new StringWriter();
            xslt.Transform(report, null, output);
            return output.ToString();
        }
    }
}

namespace Fixed
{
    public static class TransformFunctions
    {
        private static readonly Dictionary<string, string> Layouts = new()
        {
            ["list"] = """
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                  <xsl:output method="text"/>
                  <xsl:template match="row"><xsl:value-of select="."/><xsl:text>&#10;</xsl:text></xsl:template>
                </xsl:stylesheet>
                """,
            ["count"] = """
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                  <xsl:output method="text"/>
                  <xsl:template match="/"><xsl:value-of select="count(//row)"/></xsl:template>
                </xsl:stylesheet>
                """,
        };

        public static IEnumerable<AITool> All()
        {
            yield return AIFunctionFactory.Create(Transform, "transform_report", "Transforms a report with one of the layouts list and count.");
        }

        private static string Transform(string reportXml, string layout)
        {
            if (!Layouts.TryGetValue(layout, out var stylesheet)) throw new ArgumentException("The layouts are list and count.", nameof(layout));
            var xslt = new XslCompiledTransform();
            using (var sheet = XmlReader.Create(new StringReader(stylesheet)))
                xslt.Load(sheet, XsltSettings.Default, null);
            using var report = XmlReader.Create(new StringReader(reportXml));
            using var output = new StringWriter();
            xslt.Transform(report, null, output);
            return output.ToString();
        }
    }
}
