// Searches orders by criteria; each key and value of the criteria becomes a piece of an XPath predicate.
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text;
using System.Xml;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class OrderSearch(XmlDocument orders)
    {
        [McpServerTool(ReadOnly = true), Description("Finds the numbers of the customer's orders that meet all criteria (e.g. status=open).")]
        public string[] FindOrders(Dictionary<string, string> criteria)
        {
            var predicate = new StringBuilder("@customer='C-1001'");
            foreach (var (key, value) in criteria)
            {
                predicate.Append(" and ");
                predicate.AppendFormat("{0} = \"{1}\"", key, value.Replace("\"", ""));
            }

            var nodes = orders.SelectNodes("/orders/order[" + predicate + "]");
            return nodes is null ? [] : nodes.Cast<XmlElement>().Select(e => e.GetAttribute("number")).ToArray();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class OrderSearch(XmlDocument orders)
    {
        private static readonly HashSet<string> Keys = ["status", "country", "currency", "carrier"];

        [McpServerTool(ReadOnly = true), Description("Finds the numbers of the customer's orders that meet all criteria (e.g. status=open).")]
        public string[] FindOrders(Dictionary<string, string> criteria)
        {
            var nodes = orders.SelectNodes("/orders/order[@customer='C-1001']")!.Cast<XmlElement>();
            foreach (var (key, value) in criteria)
            {
                if (!Keys.TryGetValue(key, out var element)) throw new McpException("Criteria: " + string.Join(", ", Keys));
                nodes = nodes.Where(o => o[element]?.InnerText == value);
            }

            return nodes.Select(e => e.GetAttribute("number")).ToArray();
        }
    }
}
