// Lists the titles of an RSS feed; the reader follows a DTD to wherever it points.
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
    public static class FeedTools
    {
        [McpServerTool(Name = "feed_titles", ReadOnly = true), Description("Lists the titles of an RSS feed.")]
        public static List<string> FeedTitles([Description("The feed's XML")] string feed)
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Parse,
                XmlResolver = new XmlUrlResolver(),
                IgnoreComments = true,
            };
            using var reader = XmlReader.Create(new StringReader(feed), settings);
            var document = XDocument.Load(reader);
            return document.Descendants("item").Select(item => item.Element("title")?.Value ?? "").ToList();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class FeedTools
    {
        [McpServerTool(Name = "feed_titles", ReadOnly = true), Description("Lists the titles of an RSS feed.")]
        public static List<string> FeedTitles([Description("The feed's XML")] string feed)
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
            };
            using var reader = XmlReader.Create(new StringReader(feed), settings);
            var document = XDocument.Load(reader);
            return document.Descendants("item").Select(item => item.Element("title")?.Value ?? "").ToList();
        }
    }
}
