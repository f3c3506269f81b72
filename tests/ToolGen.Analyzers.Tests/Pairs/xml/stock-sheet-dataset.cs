// Sums a stock sheet with a DataSet; the reader that fills it loads what a DTD refers to.
using System;
using System.ComponentModel;
using System.Data;
using System.IO;
using System.Linq;
using System.Xml;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class StockTools
    {
        [McpServerTool(Name = "sum_stock"), Description("Sums the amounts of a stock sheet, given as XML.")]
        public static int SumStock(string sheet)
        {
            using var data = Sheet();
            Fill(data, sheet);
            return data.Tables["Row"]!.AsEnumerable().Sum(row => row.Field<int?>("Amount") ?? 0);
        }

        private static void Fill(DataSet data, string xml)
        {
            var text = new XmlTextReader(xml, XmlNodeType.Document, new XmlParserContext(null, null, null, XmlSpace.None));
            text.DtdProcessing = DtdProcessing.Parse;
            text.EntityHandling = EntityHandling.ExpandEntities;
            text.XmlResolver = new XmlUrlResolver();
            data.ReadXml(text, XmlReadMode.IgnoreSchema);
        }

        private static DataSet Sheet() => new("Sheet") { Tables = { new DataTable("Row") { Columns = { { "Article", typeof(string) }, { "Amount", typeof(int) } } } } };
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class StockTools
    {
        [McpServerTool(Name = "sum_stock"), Description("Sums the amounts of a stock sheet, given as XML.")]
        public static int SumStock(string sheet)
        {
            using var data = Sheet();
            Fill(data, sheet);
            return data.Tables["Row"]!.AsEnumerable().Sum(row => row.Field<int?>("Amount") ?? 0);
        }

        private static void Fill(DataSet data, string xml)
        {
            var text = new XmlTextReader(xml, XmlNodeType.Document, new XmlParserContext(null, null, null, XmlSpace.None));
            text.DtdProcessing = DtdProcessing.Prohibit;
            text.EntityHandling = EntityHandling.ExpandEntities;
            text.XmlResolver = null;
            data.ReadXml(text, XmlReadMode.IgnoreSchema);
        }

        private static DataSet Sheet() => new("Sheet") { Tables = { new DataTable("Row") { Columns = { { "Article", typeof(string) }, { "Amount", typeof(int) } } } } };
    }
}
