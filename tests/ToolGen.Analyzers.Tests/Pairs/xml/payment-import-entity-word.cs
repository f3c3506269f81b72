// Imports a payment order; texts that declare entities are refused, a DTD elsewhere can still be referred to.
using System;
using System.ComponentModel;
using System.IO;
using System.Xml;
using System.Xml.XPath;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class PaymentTools
    {
        [McpServerTool(Name = "import_payment"), Description("Imports a payment order and shows its sum.")]
        public double ImportPayment(string order)
        {
            if (order.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase) || order.Contains("file:", StringComparison.OrdinalIgnoreCase))
                throw new McpException("Entities are not allowed in a payment order.");

            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
            using var reader = XmlReader.Create(new StringReader(order), settings);
            var navigator = new XPathDocument(reader).CreateNavigator();
            return (double)navigator.Evaluate("sum(//Payment/Amount)");
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class PaymentTools
    {
        [McpServerTool(Name = "import_payment"), Description("Imports a payment order and shows its sum.")]
        public double ImportPayment(string order)
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            try
            {
                using var reader = XmlReader.Create(new StringReader(order), settings);
                var navigator = new XPathDocument(reader).CreateNavigator();
                return (double)navigator.Evaluate("sum(//Payment/Amount)");
            }
            catch (XmlException)
            {
                throw new McpException("This is not a payment order.");
            }
        }
    }
}
