// Takes the total of an invoice out of a partner's XML answer; the currency, which the partner's answer names, is put into the next XPath.
using System.ComponentModel;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class InvoiceTools(IHttpClientFactory clients, XmlDocument rates)
    {
        [McpServerTool, Description("Gets an invoice's total in euro.")]
        public async Task<decimal> TotalInEuro(int invoice, CancellationToken cancellationToken)
        {
            var client = clients.CreateClient("partner");
            var xml = await client.GetStringAsync($"invoices/{invoice}.xml", cancellationToken);
            var total = XElement.Parse(xml).Element("total")!;
            var rate = this.Rate((string)total.Attribute("currency")!);
            return (decimal)total * rate;
        }

        private decimal Rate(string currency)
        {
            var node = rates.DocumentElement!.SelectSingleNode("rate[@from='" + currency + "'][@valid='yes']");
            return node is null ? 1m : decimal.Parse(node.InnerText, CultureInfo.InvariantCulture);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class InvoiceTools(IHttpClientFactory clients, XmlDocument rates)
    {
        [McpServerTool, Description("Gets an invoice's total in euro.")]
        public async Task<decimal> TotalInEuro(int invoice, CancellationToken cancellationToken)
        {
            var client = clients.CreateClient("partner");
            var xml = await client.GetStringAsync($"invoices/{invoice}.xml", cancellationToken);
            var total = XElement.Parse(xml).Element("total")!;
            var rate = this.Rate((string)total.Attribute("currency")!);
            return (decimal)total * rate;
        }

        private decimal Rate(string currency)
        {
            if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)) throw new XmlException("The partner's answer has no currency code.");
            var node = rates.DocumentElement!.SelectSingleNode("rate[@from='" + currency + "'][@valid='yes']");
            return node is null ? 1m : decimal.Parse(node.InnerText, CultureInfo.InvariantCulture);
        }
    }
}
