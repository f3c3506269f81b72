// Reads settings of an application from XML; whether DTDs are followed is an argument of the tool.
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class ConfigurationPlugin
    {
        [KernelFunction("read_configuration")]
        [Description("Reads the settings in an XML configuration.")]
        public string Read([Description("The configuration")] string xml, [Description("False reads older files as well")] bool strict = true)
        {
            using var reader = XmlReader.Create(new StringReader(xml), strict ? Strict : Lenient);
            var settings = XDocument.Load(reader).Descendants("add").Select(add => $"{add.Attribute("key")?.Value} = {add.Attribute("value")?.Value ?? add.Value}");
            return string.Join('\n', settings);
        }

        private static XmlReaderSettings Strict => new() { DtdProcessing = DtdProcessing.Prohibit };

        private static XmlReaderSettings Lenient => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver(), CheckCharacters = false };
    }
}

namespace Fixed
{
    public class ConfigurationPlugin
    {
        [KernelFunction("read_configuration")]
        [Description("Reads the settings in an XML configuration.")]
        public string Read([Description("The configuration")] string xml, [Description("False reads older files as well")] bool strict = true)
        {
            using var reader = XmlReader.Create(new StringReader(xml), strict ? Strict : Lenient);
            var settings = XDocument.Load(reader).Descendants("add").Select(add => $"{add.Attribute("key")?.Value} = {add.Attribute("value")?.Value ?? add.Value}");
            return string.Join('\n', settings);
        }

        private static XmlReaderSettings Strict => new() { DtdProcessing = DtdProcessing.Prohibit };

        private static XmlReaderSettings Lenient => new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };
    }
}
