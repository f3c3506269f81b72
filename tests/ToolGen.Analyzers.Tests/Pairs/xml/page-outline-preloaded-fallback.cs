// Outlines an XHTML page; the DTDs of XHTML are preloaded, everything else is left to a resolver of URLs.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Resolvers;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class PageFunctions
    {
        public static AIFunction Outline => AIFunctionFactory.Create(GetOutline);

        [Description("Lists the headings of an XHTML page.")]
        private static List<string> GetOutline(string page)
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Parse,
                XmlResolver = new XmlPreloadedResolver(new XmlUrlResolver(), XmlKnownDtds.Xhtml10),
            };
            using var reader = XmlReader.Create(new StringReader(page), settings);
            return [.. XDocument.Load(reader).Descendants().Where(e => e.Name.LocalName is "h1" or "h2" or "h3").Select(e => e.Value.Trim())];
        }
    }
}

namespace Fixed
{
    public static class PageFunctions
    {
        public static AIFunction Outline => AIFunctionFactory.Create(GetOutline);

        [Description("Lists the headings of an XHTML page.")]
        private static List<string> GetOutline(string page)
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Parse,
                XmlResolver = new XmlPreloadedResolver(XmlKnownDtds.Xhtml10),
                MaxCharactersFromEntities = 500_000,
            };
            using var reader = XmlReader.Create(new StringReader(page), settings);
            return [.. XDocument.Load(reader).Descendants().Where(e => e.Name.LocalName is "h1" or "h2" or "h3").Select(e => e.Value.Trim())];
        }
    }
}
