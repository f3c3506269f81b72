// Lays out a label with a stylesheet of the caller; document() is off, but imports and includes are still fetched.
using System.ComponentModel;
using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Xsl;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class LabelTools
    {
        [McpServerTool(Name = "layout_label"), Description("Lays out a label for a product with a stylesheet.")]
        public string LayoutLabel(string product, decimal price, string stylesheet)
        {
            var data = new XElement("label", new XElement("product", product), new XElement("price", price));
            var transform = new XslCompiledTransform(enableDebug: false);
            using var sheet = XmlReader.Create(new StringReader(stylesheet), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            transform.Load(sheet, new XsltSettings(enableDocumentFunction: false, enableScript: false), new XmlUrlResolver());

            var text = new StringBuilder();
            using (var writer = XmlWriter.Create(text, transform.OutputSettings))
                transform.Transform(data.CreateReader(), writer);
            return text.ToString();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class LabelTools
    {
        [McpServerTool(Name = "layout_label"), Description("Lays out a label for a product with a stylesheet.")]
        public string LayoutLabel(string product, decimal price, string stylesheet)
        {
            var data = new XElement("label", new XElement("product", product), new XElement("price", price));
            var transform = new XslCompiledTransform(enableDebug: false);
            using var sheet = XmlReader.Create(new StringReader(stylesheet), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            transform.Load(sheet, new XsltSettings(enableDocumentFunction: false, enableScript: false), XmlResolver.ThrowingResolver);

            var text = new StringBuilder();
            using (var writer = XmlWriter.Create(text, transform.OutputSettings))
                transform.Transform(data.CreateReader(), writer);
            return text.ToString();
        }
    }
}
