// Reads the total of an electronic invoice; the document was given a resolver of URLs.
using System.ComponentModel;
using System.Globalization;
using System.Xml;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class InvoiceTools
    {
        [McpServerTool(Name = "invoice_total"), Description("Reads the number and the total of an electronic invoice.")]
        public string InvoiceTotal(string invoiceXml)
        {
            var document = new XmlDocument { PreserveWhitespace = false, XmlResolver = new XmlUrlResolver() };
            document.LoadXml(invoiceXml);
            return $"{Text(document, "Number")}: {Text(document, "Total")}";
        }

        private static string Text(XmlDocument document, string name) =>
            document.DocumentElement?[name]?.InnerText ?? throw new McpException($"The invoice has no {name}.");
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class InvoiceTools
    {
        [McpServerTool(Name = "invoice_total"), Description("Reads the number and the total of an electronic invoice.")]
        public string InvoiceTotal(string invoiceXml)
        {
            var document = new XmlDocument { PreserveWhitespace = false, XmlResolver = null };
            document.LoadXml(invoiceXml);
            return $"{Text(document, "Number")}: {Amount(document):0.00}";
        }

        private static decimal Amount(XmlDocument document) => decimal.Parse(Text(document, "Total"), CultureInfo.InvariantCulture);

        private static string Text(XmlDocument document, string name) =>
            document.DocumentElement?[name]?.InnerText ?? throw new McpException($"The invoice has no {name}.");
    }
}
