// Merges a product catalog that may use shared entity files; the host of a file is compared by its end.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    internal sealed class TrustedResolver : XmlUrlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            if (absoluteUri.Scheme.StartsWith("http") && !absoluteUri.Host.EndsWith("example.com", StringComparison.OrdinalIgnoreCase))
                throw new XmlException("Entities are taken from example.com only.");
            return base.GetEntity(absoluteUri, role, ofObjectToReturn);
        }
    }

    [McpServerToolType]
    public sealed class CatalogTools
    {
        [McpServerTool(Name = "merge_catalog"), Description("Merges a product catalog and lists the article numbers.")]
        public string[] MergeCatalog(string catalog)
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new TrustedResolver() };
            using var reader = XmlReader.Create(new StringReader(catalog), settings);
            return [.. XElement.Load(reader).Descendants("article").Select(a => (string?)a.Attribute("no") ?? a.Value)];
        }
    }
}

namespace Fixed
{
    internal sealed class SharedEntities : XmlResolver
    {
        private static readonly Dictionary<string, byte[]> Files = new(StringComparer.Ordinal)
        {
            ["https://www.example.com/entities/units.ent"] = "<!ENTITY kg 'kilogram'><!ENTITY pc 'piece'>"u8.ToArray(),
        };

        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
            Files.TryGetValue(absoluteUri.AbsoluteUri, out var file) ? new MemoryStream(file, writable: false) : throw new XmlException("There is no such entity file.");
    }

    [McpServerToolType]
    public sealed class CatalogTools
    {
        [McpServerTool(Name = "merge_catalog"), Description("Merges a product catalog and lists the article numbers.")]
        public string[] MergeCatalog(string catalog)
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new SharedEntities(), MaxCharactersFromEntities = 100_000 };
            using var reader = XmlReader.Create(new StringReader(catalog), settings);
            return [.. XElement.Load(reader).Descendants("article").Select(a => (string?)a.Attribute("no") ?? a.Value)];
        }
    }
}
