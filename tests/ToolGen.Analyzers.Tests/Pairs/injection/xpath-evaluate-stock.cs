// Sums the stock of a warehouse; the warehouse's code is used in XPath even where it could not be parsed.
using System.Globalization;
using System.Xml;
using System.Xml.XPath;
using ToolGen;

namespace Vulnerable
{
    public static class StockTools
    {
        /// <summary>Sums the pieces on stock in a warehouse.</summary>
        /// <param name="warehouse">Its number, such as 17.</param>
        [Tool(Name = "sum_stock", ReadOnly = true)]
        public static double SumStock(string warehouse, ToolContext context)
        {
            int.TryParse(warehouse, out var number);
            using var stream = context.Files.OpenRead("exports/stock.xml");
            using var reader = XmlReader.Create(stream);
            var navigator = new XPathDocument(reader).CreateNavigator();
            context.Log("stock of " + number.ToString(CultureInfo.InvariantCulture));
            return (double)navigator.Evaluate($"sum(/stock/warehouse[@id={warehouse} and @tenant='demo']/item/@pieces)");
        }
    }
}

namespace Fixed
{
    public static class StockTools
    {
        /// <summary>Sums the pieces on stock in a warehouse.</summary>
        /// <param name="warehouse">Its number, such as 17.</param>
        [Tool(Name = "sum_stock", ReadOnly = true)]
        public static double SumStock(string warehouse, ToolContext context)
        {
            if (!int.TryParse(warehouse, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw new ToolException(ToolErrorCodes.InvalidInput, "a warehouse is a number");
            using var stream = context.Files.OpenRead("exports/stock.xml");
            using var reader = XmlReader.Create(stream);
            var navigator = new XPathDocument(reader).CreateNavigator();
            context.Log("stock of " + number.ToString(CultureInfo.InvariantCulture));
            return (double)navigator.Evaluate(string.Create(CultureInfo.InvariantCulture, $"sum(/stock/warehouse[@id={number} and @tenant='demo']/item/@pieces)"));
        }
    }
}
