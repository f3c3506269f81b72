// Reads a glossary whose abbreviations are entities; nothing is loaded, but entities may grow without an end.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class GlossaryTools
    {
        private static XmlReaderSettings WithEntities() => new()
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = 0,
        };

        [McpServerTool(Name = "read_glossary"), Description("Reads a glossary with its abbreviations written out.")]
        public static Dictionary<string, string> ReadGlossary(string xml)
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, WithEntities());
            return XElement.Load(reader).Elements("term").ToDictionary(t => (string)t.Attribute("name")!, t => t.Value);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class GlossaryTools
    {
        private static XmlReaderSettings WithEntities() => new()
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = 20_000,
            MaxCharactersInDocument = 1_000_000,
        };

        [McpServerTool(Name = "read_glossary"), Description("Reads a glossary with its abbreviations written out.")]
        public static Dictionary<string, string> ReadGlossary(string xml)
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, WithEntities());
            return XElement.Load(reader).Elements("term").ToDictionary(t => (string)t.Attribute("name")!, t => t.Value);
        }
    }
}
