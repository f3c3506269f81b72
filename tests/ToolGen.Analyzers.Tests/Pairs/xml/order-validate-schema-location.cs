// Validates an order; DTDs are refused, but the schemas that the order itself points to are loaded.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Schema;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class OrderTools(XmlSchemaSet schemas)
    {
        [McpServerTool(Name = "validate_order"), Description("Validates an order and lists what is wrong with it.")]
        public async Task<List<string>> ValidateOrder(string order)
        {
            var problems = new List<string>();
            var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, ValidationType = ValidationType.Schema };
            settings.ValidationFlags |= XmlSchemaValidationFlags.ProcessSchemaLocation | XmlSchemaValidationFlags.ReportValidationWarnings;
            settings.XmlResolver = new XmlUrlResolver();
            settings.Schemas.Add(schemas);
            settings.ValidationEventHandler += (_, e) => problems.Add(e.Message);
            using var reader = XmlReader.Create(new StringReader(order), settings);
            while (await reader.ReadAsync()) { }
            return problems;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class OrderTools(XmlSchemaSet schemas)
    {
        [McpServerTool(Name = "validate_order"), Description("Validates an order and lists what is wrong with it.")]
        public async Task<List<string>> ValidateOrder(string order)
        {
            var problems = new List<string>();
            var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, ValidationType = ValidationType.Schema };
            settings.ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints;
            settings.XmlResolver = null;
            settings.Schemas.Add(schemas);
            settings.ValidationEventHandler += (_, e) => problems.Add(e.Message);
            using var reader = XmlReader.Create(new StringReader(order), settings);
            while (await reader.ReadAsync()) { }
            return problems;
        }
    }
}
