// Reads a product's price from the shop's XML catalogue; the article name is interpolated into the XPath.
using System;
using System.ComponentModel;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class CatalogTools
    {
        [McpServerTool, Description("Gets the price of a product.")]
        public static string GetPrice([Description("The product's name.")] string product)
        {
            var catalog = new XmlDocument { XmlResolver = null };
            catalog.Load("data/catalog.xml");
            var node = catalog.SelectSingleNode($"/catalog/product[@public='true' and name='{product}']/price");
            return node?.InnerText ?? "unknown product";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class CatalogTools
    {
        [McpServerTool, Description("Gets the price of a product.")]
        public static string GetPrice([Description("The product's name.")] string product)
        {
            var catalog = XDocument.Load("data/catalog.xml");
            var price = catalog.Root!.Elements("product")
                .Where(p => (string?)p.Attribute("public") == "true" && string.Equals((string?)p.Element("name"), product, StringComparison.Ordinal))
                .Select(p => (string?)p.Element("price"))
                .FirstOrDefault();
            return price ?? "unknown product";
        }
    }
}
