using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>How records become rows: the call of the contract's source, and what is known of the rows.</summary>
internal sealed class RecordWriter(TransformCode code, TransformImplementation implementation)
{
    private readonly HashSet<string> usedPaths = [];

    /// <summary>Static fields that the call needs.</summary>
    public List<FieldModel> Fields { get; } = [];

    /// <summary>What the rows have.</summary>
    public RowShape Shape { get; private set; } = RowShape.Unknown;

    /// <summary>The call, such as <c>Lines()</c>.</summary>
    public string Write()
    {
        var text = implementation.Format switch
        {
            ParseFormat.Lines => this.WithoutRecord("Lines()", "line", "number"),
            ParseFormat.Text => this.WithoutRecord("Whole()", "text"),
            ParseFormat.Csv => this.Csv(),
            ParseFormat.Xml => this.Xml(),
            _ => this.Json(),
        };
        foreach (var path in implementation.Paths.Where(path => !this.usedPaths.Contains(path.Key)))
            code.Findings.Add(FindingCatalog.XmlPathUnused, path.Value.Span, path.Key);
        return text;
    }

    private RecordModel? Record()
    {
        if (code.Work.Types.Roots.TryGetValue("Row", out var root) && root.Type is NamedType named && code.Work.Types.Records.FirstOrDefault(record => record.Name == named.Name) is { } record)
        {
            this.Shape = RowShape.Of(record, code.Work.Types, default);
            return record;
        }

        var place = (implementation.Node.Member("record") ?? implementation.Node.Member("recordSchema"))?.Value.Span ?? implementation.Node.Member("parse")?.Value.Span ?? implementation.Node.Span;
        code.Findings.Add(FindingCatalog.RecordMissing, place, implementation.Format.ToString().ToLowerInvariant());
        return null;
    }

    private string WithoutRecord(string call, params string[] names)
    {
        this.Shape = RowShape.Of(names);
        return call;
    }

    private string Csv()
    {
        var format = $"new({CharLiteral(implementation.Delimiter)}, {CharLiteral(implementation.Escape)})";
        if (implementation.AnyRecord)
        {
            this.Shape = RowShape.Columns;
            return $"Csv({format})";
        }

        if (this.Record() is not { } record) return "";
        var columns = record.Properties.Select(p => $"new({CSharpText.Literal(p.JsonName)}, {(p.IsRequired ? "true" : "false")})");
        var cells = record.Properties.Select((p, i) => $"{p.Name} = {this.Leaf(p, $"cells[{i.ToString(CultureInfo.InvariantCulture)}]", "csv")}");
        return $"Csv({format}, [{string.Join(", ", columns)}], static cells => new {record.Name} {{ {string.Join(", ", cells)} }})";
    }

    private string Json()
    {
        var isLines = implementation.Format == ParseFormat.JsonLines;
        var pointer = "";
        if (!isLines) pointer = $"[{string.Join(", ", this.Pointer().Select(CSharpText.Literal))}], ";
        else if (implementation.Records is { } records) code.Findings.Add(FindingCatalog.PointerBad, records.Span, records.Value, "JSON Lines have no path: each line is a record.");

        var method = isLines ? "JsonLines" : "Json";
        if (implementation.AnyRecord)
        {
            this.Shape = RowShape.Columns;
            return $"{method}({pointer}static (ref global::ToolGen.ToolReader r) => r.Map(static (ref global::ToolGen.ToolReader r) => r.Element()))";
        }

        return this.Record() is { } record ? $"{method}({pointer}Wire.Read{record.Name})" : "";
    }

    private IEnumerable<string> Pointer()
    {
        if (implementation.Records is not { } records || records.Value.Length == 0) return [];
        if (TextFormats.IsJsonPointer(records.Value.AsSpan())) return records.Value.Substring(1).Split('/').Select(part => part.Replace("~1", "/").Replace("~0", "~"));
        code.Findings.Add(FindingCatalog.PointerBad, records.Span, records.Value, "Write a JSON Pointer such as /data/items.");
        return [];
    }

    private string Xml()
    {
        var records = "null!";
        if (implementation.Records is not { } path) code.Findings.Add(FindingCatalog.XmlPathBad, implementation.Node.Member("parse")?.Value.Span ?? implementation.Node.Span, "records", "it is missing: write the path of the elements that are records, such as /rss/channel/item");
        else if (!XmlPath.TryParseAbsolute(path.Value, implementation.Namespaces, out _, out var error)) code.Findings.Add(FindingCatalog.XmlPathBad, path.Span, path.Value, error);
        else records = this.PathField($"ParseAbsolute({CSharpText.Literal(path.Value)}");
        if (implementation.AnyRecord || this.Record() is not { } record)
        {
            if (implementation.AnyRecord) code.Findings.Add(FindingCatalog.RecordMissing, implementation.Node.Member("record")?.Value.Span ?? implementation.Node.Span, "xml");
            return "";
        }

        return $"Xml({records}, static __x0 => {this.Element(record, "__x0", "", 1)})";
    }

    private string Element(RecordModel record, string element, string prefix, int depth)
    {
        if (depth > 16)
        {
            code.Findings.Add(FindingCatalog.RecordCell, implementation.Node.Member("recordSchema")?.Value.Span ?? implementation.Node.Span, record.Name, "a record that holds itself", "xml");
            return "null!";
        }

        var parts = record.Properties.Select(p => $"{p.Name} = {this.XmlProperty(p, element, prefix, depth)}");
        return $"new {record.Name} {{ {string.Join(", ", parts)} }}";
    }

    private string XmlProperty(PropertyModel property, string element, string prefix, int depth)
    {
        var key = prefix + property.JsonName;
        var arguments = CSharpText.Literal(property.JsonName);
        if (implementation.Paths.TryGetValue(key, out var path))
        {
            this.usedPaths.Add(key);
            if (XmlPath.TryParse(path.Value, implementation.Namespaces, out _, out var error)) arguments += ", " + this.PathField($"Parse({CSharpText.Literal(path.Value)}");
            else code.Findings.Add(FindingCatalog.XmlPathBad, path.Span, path.Value, error);
        }

        var inner = "__x" + depth.ToString(CultureInfo.InvariantCulture);
        switch (property.Use.Type)
        {
            case ListType list when RecordOf(list.Element.Type) is { } item:
                return $"{element}.List({arguments}, static {inner} => {this.Element(item, inner, key + ".", depth + 1)})";
            case ListType { Element.Type: LeafType leaf } list when leaf != LeafType.Element:
                return $"{element}.List({arguments}, static {inner} => {inner}.Cell.{CellMethod(leaf)}{(list.Element.IsNullable ? "OrNull" : "")}())";
            case NamedType when RecordOf(property.Use.Type) is { } single:
                var method = property.IsRequired && !property.Use.IsNullable ? "Object" : "ObjectOrNull";
                return $"{element}.Find({arguments}).{method}(static {inner} => {this.Element(single, inner, key + ".", depth + 1)})";
            default:
                return this.Leaf(property, $"{element}.Find({arguments}).Cell", "xml");
        }
    }

    private string Leaf(PropertyModel property, string cell, string format)
    {
        if (property.Use.Type is not LeafType leaf || leaf == LeafType.Element)
        {
            var place = (implementation.Node.Member("record") ?? implementation.Node.Member("recordSchema"))?.Value.Span ?? implementation.Node.Span;
            code.Findings.Add(FindingCatalog.RecordCell, place, property.JsonName, property.Use.Type is ListType ? "a list" : property.Use.Type is LeafType ? "JSON of any type" : "an object", format);
            return "default!";
        }

        var rule = property.Use.Rule is null ? "" : $".Checked(Wire.{property.Use.Rule})";
        var mayMiss = !property.IsRequired || property.Use.IsNullable;
        var fallback = property.Start == "default!" ? "" : " ?? " + property.Start;
        return $"{cell}{rule}.{CellMethod(leaf)}{(mayMiss ? "OrNull" : "")}(){fallback}";
    }

    private static string CellMethod(LeafType leaf) => leaf.Method switch
    {
        "Big" => "BigInteger",
        "Date" => "DateOnly",
        "Time" => "TimeOnly",
        "DateTime" => "DateTimeOffset",
        "Duration" => "TimeSpan",
        "Uuid" => "Guid",
        var same => same,
    };

    private RecordModel? RecordOf(CSharpType type) => type is NamedType named ? code.Work.Types.Records.FirstOrDefault(record => record.Name == named.Name) : null;

    private string PathField(string parse)
    {
        if (this.Fields.Count == 0)
        {
            var bindings = implementation.Namespaces.Select(binding => $"[{CSharpText.Literal(binding.Key)}] = {CSharpText.Literal(binding.Value)}");
            this.Fields.Add(new("global::System.Collections.Generic.Dictionary<string, string>", "__namespaces", $"new() {{ {string.Join(", ", bindings)} }}"));
        }

        var name = "__path" + (this.Fields.Count - 1).ToString(CultureInfo.InvariantCulture);
        this.Fields.Add(new("global::ToolGen.Checks.XmlPath", name, $"global::ToolGen.Checks.XmlPath.{parse}, __namespaces)"));
        return name;
    }

    private static string CharLiteral(char c) => $"(char){((int)c).ToString(CultureInfo.InvariantCulture)}";
}
