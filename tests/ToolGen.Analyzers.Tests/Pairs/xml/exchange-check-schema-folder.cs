// Checks an exchange file against a schema; its includes are read below a folder, whose name is compared without a separator.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record SchemaOptions(string Folder);

    internal sealed class FolderResolver(string folder) : XmlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            var path = Path.GetFullPath(absoluteUri.LocalPath);
            if (!path.StartsWith(folder)) throw new XmlException("This schema is not in the folder.");
            return File.OpenRead(path);
        }
    }

    [McpServerToolType]
    public sealed class ExchangeTools(SchemaOptions options)
    {
        [McpServerTool(Name = "check_exchange"), Description("Checks an exchange file against a schema.")]
        public List<string> CheckExchange(string file, string schema)
        {
            var set = new XmlSchemaSet { XmlResolver = new FolderResolver(options.Folder) };
            set.Add(null, XmlReader.Create(new StringReader(schema)));
            var problems = new List<string>();
            XDocument.Parse(file).Validate(set, (_, e) => problems.Add(e.Message));
            return problems;
        }
    }
}

namespace Fixed
{
    internal sealed class BundledResolver : XmlResolver
    {
        private static readonly FrozenDictionary<string, string> Bundled = new Dictionary<string, string>
        {
            ["units.xsd"] = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:simpleType name='Unit'><xs:restriction base='xs:string'/></xs:simpleType></xs:schema>",
        }.ToFrozenDictionary(StringComparer.Ordinal);

        public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => new($"bundled:///{Uri.EscapeDataString(relativeUri ?? "")}");

        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
            Bundled.TryGetValue(absoluteUri.AbsolutePath.TrimStart('/'), out var text)
                ? new MemoryStream(Encoding.UTF8.GetBytes(text))
                : throw new XmlException("There is no such schema.");
    }

    [McpServerToolType]
    public sealed class ExchangeTools
    {
        [McpServerTool(Name = "check_exchange"), Description("Checks an exchange file against a schema.")]
        public List<string> CheckExchange(string file, string schema)
        {
            var set = new XmlSchemaSet { XmlResolver = new BundledResolver() };
            set.Add(null, XmlReader.Create(new StringReader(schema)));
            var problems = new List<string>();
            XDocument.Parse(file).Validate(set, (_, e) => problems.Add(e.Message));
            return problems;
        }
    }
}
