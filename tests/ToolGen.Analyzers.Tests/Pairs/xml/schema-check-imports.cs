// Checks a document against a schema of the caller; the schema set follows the locations of imports.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class SchemaPlugin
    {
        [KernelFunction("validate_xml")]
        [Description("Checks an XML document against an XML schema.")]
        public IReadOnlyList<string> Validate(string document, string schema)
        {
            var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
            schemas.Add(null, XmlReader.Create(new StringReader(schema)));
            schemas.Compile();

            var problems = new List<string>();
            XDocument.Parse(document).Validate(schemas, (_, e) => problems.Add($"{e.Severity}: {e.Message}"));
            return problems.Take(50).ToList();
        }
    }
}

namespace Fixed
{
    public sealed class SchemaPlugin
    {
        [KernelFunction("validate_xml")]
        [Description("Checks an XML document against an XML schema.")]
        public IReadOnlyList<string> Validate(string document, string schema)
        {
            var schemas = new XmlSchemaSet { XmlResolver = null };
            schemas.Add(null, XmlReader.Create(new StringReader(schema)));
            schemas.Compile();

            var problems = new List<string>();
            XDocument.Parse(document).Validate(schemas, (_, e) => problems.Add($"{e.Severity}: {e.Message}"));
            return problems.Take(50).ToList();
        }
    }
}
