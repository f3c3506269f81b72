// Validates a menu against its DTD; which DTD that is, and where it lies, the menu says.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Xml;
using System.Xml.Resolvers;
using System.Xml.Schema;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class MenuTools
    {
        [McpServerTool(Name = "validate_menu"), Description("Validates the menu of a restaurant against its DTD.")]
        public IReadOnlyList<string> ValidateMenu(string menu)
        {
            List<string> problems = [];
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Parse,
                ValidationType = ValidationType.DTD,
                XmlResolver = new XmlUrlResolver(),
            };
            settings.ValidationEventHandler += (_, e) => problems.Add($"{e.Exception.LineNumber}: {e.Message}");
            using var reader = XmlReader.Create(new StringReader(menu), settings);
            while (reader.Read() && problems.Count < 100) { }
            return problems;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class MenuTools
    {
        private const string MenuDtd = "<!ELEMENT menu (dish*)><!ELEMENT dish (#PCDATA)><!ATTLIST dish price CDATA #REQUIRED>";

        [McpServerTool(Name = "validate_menu"), Description("Validates the menu of a restaurant against its DTD.")]
        public IReadOnlyList<string> ValidateMenu(string menu)
        {
            List<string> problems = [];
            var known = new XmlPreloadedResolver(XmlKnownDtds.None);
            known.Add(new Uri("https://menus.example.org/menu.dtd"), MenuDtd);
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Parse,
                ValidationType = ValidationType.DTD,
                XmlResolver = known,
                MaxCharactersFromEntities = 50_000,
            };
            settings.ValidationEventHandler += (_, e) => problems.Add($"{e.Exception.LineNumber}: {e.Message}");
            using var reader = XmlReader.Create(new StringReader(menu), settings);
            while (reader.Read() && problems.Count < 100) { }
            return problems;
        }
    }
}
