// Summarizes a DataSet given as XML; a switch lets the schema in the text use any type for a column.
using System;
using System.Data;
using System.IO;
using System.Linq;
using System.Xml;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class DataSetFunctions
    {
        public static AIFunction Summarize() => AIFunctionFactory.Create((string xml) =>
        {
            AppContext.SetSwitch("Switch.System.Data.AllowArbitraryDataSetTypeInstantiation", true);
            using var data = new DataSet();
            using var reader = XmlReader.Create(new StringReader(xml));
            data.ReadXml(reader, XmlReadMode.ReadSchema);
            return string.Join("; ", data.Tables.Cast<DataTable>().Select(table => $"{table.TableName}: {table.Rows.Count} × {table.Columns.Count}"));
        }, "summarize_data", "Counts the rows and columns of a data set.");
    }
}

namespace Fixed
{
    public static class DataSetFunctions
    {
        public static AIFunction Summarize() => AIFunctionFactory.Create((string xml) =>
        {
            using var data = Expected();
            using var reader = XmlReader.Create(new StringReader(xml));
            data.ReadXml(reader, XmlReadMode.IgnoreSchema);
            return string.Join("; ", data.Tables.Cast<DataTable>().Select(table => $"{table.TableName}: {table.Rows.Count} × {table.Columns.Count}"));
        }, "summarize_data", "Counts the rows and columns of a data set.");

        private static DataSet Expected()
        {
            var data = new DataSet("Export");
            var people = data.Tables.Add("Person");
            people.Columns.Add("Name", typeof(string));
            people.Columns.Add("Born", typeof(DateTime));
            var visits = data.Tables.Add("Visit");
            visits.Columns.Add("Person", typeof(string));
            visits.Columns.Add("Minutes", typeof(int));
            return data;
        }
    }
}
