// Finds books of an author in a library's XML; the author's quotes are replaced, but the shelf goes as it is into the same XPath.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using System.Xml.XPath;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Book(string Title, int Year);

    [McpServerToolType]
    public sealed class LibraryTools
    {
        private readonly XDocument library = XDocument.Load(Path.Combine("data", "library.xml"));

        [McpServerTool, Description("Finds an author's books on a shelf that is open to the public.")]
        public IEnumerable<Book> BooksBy(string author, string shelf)
        {
            author = author.Replace("'", "&apos;");
            var path = $"shelf[@access='public'][@name=\"{shelf}\"]/book[author='{author}']";
            return this.library.Root!.XPathSelectElements(path)
                .Select(b => new Book((string)b.Element("title")!, (int)b.Element("year")!))
                .ToList();
        }
    }
}

namespace Fixed
{
    public sealed record Book(string Title, int Year);

    [McpServerToolType]
    public sealed class LibraryTools
    {
        private readonly XDocument library = XDocument.Load(Path.Combine("data", "library.xml"));

        [McpServerTool, Description("Finds an author's books on a shelf that is open to the public.")]
        public IEnumerable<Book> BooksBy(string author, string shelf)
        {
            var books =
                from s in this.library.Root!.XPathSelectElements("shelf[@access='public']")
                where (string?)s.Attribute("name") == shelf
                from b in s.Elements("book")
                where b.Elements("author").Any(a => a.Value == author)
                select new Book((string)b.Element("title")!, (int)b.Element("year")!);
            return books.ToList();
        }
    }
}
