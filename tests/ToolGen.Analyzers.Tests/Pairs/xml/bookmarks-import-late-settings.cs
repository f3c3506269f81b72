// Imports bookmarks; the settings are made strict after the reader has been created with lax ones.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Xml;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Bookmark(string Title, string Url);

    [McpServerToolType]
    public sealed class BookmarkTools
    {
        [McpServerTool(Name = "import_bookmarks"), Description("Imports bookmarks from OPML.")]
        public List<Bookmark> ImportBookmarks(string opml)
        {
            var bookmarks = new List<Bookmark>();
            var settings = new XmlReaderSettings { IgnoreWhitespace = true, DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
            using var reader = XmlReader.Create(new StringReader(opml), settings);
            settings.DtdProcessing = DtdProcessing.Prohibit;
            settings.XmlResolver = null;
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "outline" } && reader.GetAttribute("url") is { } url)
                    bookmarks.Add(new Bookmark(reader.GetAttribute("text") ?? url, url));
            }

            return bookmarks;
        }
    }
}

namespace Fixed
{
    public sealed record Bookmark(string Title, string Url);

    [McpServerToolType]
    public sealed class BookmarkTools
    {
        [McpServerTool(Name = "import_bookmarks"), Description("Imports bookmarks from OPML.")]
        public List<Bookmark> ImportBookmarks(string opml)
        {
            var bookmarks = new List<Bookmark>();
            var settings = new XmlReaderSettings { IgnoreWhitespace = true };
            settings.DtdProcessing = DtdProcessing.Prohibit;
            settings.XmlResolver = null;
            using var reader = XmlReader.Create(new StringReader(opml), settings);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "outline" } && reader.GetAttribute("url") is { } url)
                    bookmarks.Add(new Bookmark(reader.GetAttribute("text") ?? url, url));
            }

            return bookmarks;
        }
    }
}
