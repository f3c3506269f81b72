// Lists the texts of a translation file; safe settings are made, and the reader gets the others.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    internal static class Xliff
    {
        private static readonly XmlReaderSettings Defaults = new()
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = new XmlUrlResolver(),
            CloseInput = true,
        };

        public static XDocument Load(string text)
        {
            var settings = Defaults.Clone();
            settings.DtdProcessing = DtdProcessing.Prohibit;
            settings.XmlResolver = null;
            using var reader = XmlReader.Create(new StringReader(text), Defaults);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
    }

    public sealed class TranslationPlugin
    {
        [KernelFunction("list_units"), Description("Lists the texts of a translation file.")]
        public IEnumerable<string> ListUnits(string xliff) => Xliff.Load(xliff).Descendants().Where(e => e.Name.LocalName == "source").Select(e => e.Value);
    }
}

namespace Fixed
{
    internal static class Xliff
    {
        private static readonly XmlReaderSettings Defaults = new()
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = new XmlUrlResolver(),
            CloseInput = true,
        };

        public static XDocument Load(string text)
        {
            var settings = Defaults.Clone();
            settings.DtdProcessing = DtdProcessing.Prohibit;
            settings.XmlResolver = null;
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
    }

    public sealed class TranslationPlugin
    {
        [KernelFunction("list_units"), Description("Lists the texts of a translation file.")]
        public IEnumerable<string> ListUnits(string xliff) => Xliff.Load(xliff).Descendants().Where(e => e.Name.LocalName == "source").Select(e => e.Value);
    }
}
