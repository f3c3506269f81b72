using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Checks;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>
/// The arguments of one step: JSON with holes (SPEC §1.1), held against the schema of the tool. What a schema types is checked here; a <c>let</c>,
/// whose type C# infers, is assigned to the type of its slot, so that the compiler checks it.
/// </summary>
/// <param name="code">The composite.</param>
/// <param name="step">The step.</param>
/// <param name="tool">What it calls.</param>
/// <param name="holes">Names of holes → C#.</param>
/// <param name="values">Names of holes → schemas.</param>
/// <param name="slots">Fits values to types.</param>
/// <param name="guards">The names that the step's <c>when</c> looks at: it runs only where they are as it says.</param>
internal sealed class StepInputWriter(
    DeclarativeCode code, ComposeStep step, StepTool tool, HoleResolver holes, HoleSchemas values, ResultWriter slots, IReadOnlyCollection<string> guards)
{
    private readonly StringBuilder before = new();
    private readonly HoleTextWriter texts = new(holes);
    private readonly ProjectedWriter projected = new(code.Work.Types);
    private int locals;

    /// <summary>Statements that take the values of holes.</summary>
    public string Values => this.before.ToString();

    private FindingSink Findings => code.Findings;

    /// <summary>The statements that write the arguments to <c>w</c>.</summary>
    /// <param name="references">Takes the names of the scope that they use.</param>
    public string Write(ICollection<string> references)
    {
        var place = (step.Member.Value as JsonObject)?.Member("input")?.NameSpan ?? step.Member.NameSpan;
        var slot = new Slot(tool.Input.Root, code.Work.Types.Roots.TryGetValue(tool.InputRoot, out var use) ? use : null, true, "");
        return this.Members(step.Input ?? new JsonObject([], place), slot, place, references);
    }

    private string Value(JsonNode node, Slot slot, string open, TextSpan place, ICollection<string> references)
    {
        switch (node)
        {
            case JsonObject record when this.Allows(slot, SchemaTypes.Object, record, "an object"):
                return open + this.Members(record, slot, place, references);
            case JsonArray array when this.Allows(slot, SchemaTypes.Array, array, "an array"):
                return $"{open}w.Tuple(); {string.Concat(array.Items.Select((item, i) => this.Value(item, slot.Item(tool.Input, i), "", item.Span, references)))}w.EndTuple(); ";
            case JsonObject or JsonArray:
                return "";
            case JsonString text when JsonHoleWriter.Holes(text) is var whole && whole.Pieces.Any(piece => piece.Reference is not null):
                return whole.Pieces.Count == 1 ? this.Alone(whole, slot, open, references) : this.Text(whole, slot, open, references);
            default:
                return open + this.Constant(node, slot);
        }
    }

    private string Members(JsonObject record, Slot slot, TextSpan place, ICollection<string> references)
    {
        var node = SchemaValue.Follow(tool.Input, slot.Schema);
        var written = new StringBuilder("w.Object(); ");
        foreach (var member in record.Members)
        {
            if (slot.Member(tool.Input, member.Name, code) is { } inner)
                written.Append(this.Value(member.Value, inner, $"w.Name({CSharpText.Literal(member.Name)}); ", member.NameSpan, references));
            else
                this.Unknown(member, node, slot);
        }

        foreach (var name in node.Required.Where(name => record.Member(name) is null))
        {
            var schema = node.Properties.FirstOrDefault(property => property.Name == name)?.Schema;
            this.Findings.Add(FindingCatalog.StepInputMissing, place, step.Name, tool.Signature.Name, slot.Path + "/" + name, schema is null ? "a value" : SchemaText.Of(tool.Input, schema));
        }

        return written.Append("w.EndObject(); ").ToString();
    }

    private void Unknown(JsonMember member, SchemaNode node, Slot slot)
    {
        var names = node.Properties.Select(property => property.Name).ToList();
        var near = NearMiss.Of(member.Name, names);
        var fix = near is null ? null : new FindingFix($"Write {near}", new([new TextEdit(member.NameSpan, JsonWriter.Compact(new JsonString(near, default)))]));
        this.Findings.Add(FindingCatalog.StepInputUnknown, member.NameSpan, fix, tool.Signature.Name, slot.Path + "/" + member.Name, names.Count == 0 ? "nothing" : string.Join(", ", names));
    }

    private bool Allows(Slot slot, SchemaTypes type, JsonNode node, string given)
    {
        var schema = SchemaValue.Follow(tool.Input, slot.Schema);
        if ((schema.Types & type) != 0) return true;
        this.Mismatch(node.Span, slot, SchemaText.Of(tool.Input, schema), given);
        return false;
    }

    private void Mismatch(TextSpan place, Slot slot, string expected, string given, string path = "") =>
        this.Findings.Add(FindingCatalog.StepInputType, place, tool.Signature.Name, slot.Path + path, expected, given);

    private string Constant(JsonNode node, Slot slot)
    {
        // {{ is a brace.
        if (node is JsonString text) node = new JsonString(string.Concat(JsonHoleWriter.Holes(text).Pieces.Select(piece => piece.Literal)), text.Span);
        foreach (var violation in SchemaInterpreter.Check(tool.Input, slot.Schema, node).Take(1))
            this.Findings.Add(FindingCatalog.StepInputValue, node.Span, tool.Signature.Name, slot.Path, violation.Message);
        if (node is JsonString literal && values.LooksLikeReference(literal.Value) is { } meant)
        {
            var fix = new FindingFix($"Write {{{meant}}}", new([new TextEdit(literal.Span, JsonWriter.Compact(new JsonString("{" + meant + "}", default)))]));
            this.Findings.Add(FindingCatalog.StepLiteralReference, literal.Span, fix, Excerpt.Of(literal), meant);
        }

        return node switch
        {
            JsonString plain => $"w.String({CSharpText.Literal(plain.Value)}); ",
            JsonNull => "w.Null(); ",
            JsonBoolean flag => $"w.Boolean({(flag.Value ? "true" : "false")}); ",
            _ => $"w.Element(global::ToolGen.Values.JsonBody.Constant({CSharpText.Literal(JsonWriter.Compact(node))}u8)); ",
        };
    }

    private string Text(HoleText text, Slot slot, string open, ICollection<string> references)
    {
        var schema = SchemaValue.Follow(tool.Input, slot.Schema);
        if ((schema.Types & SchemaTypes.String) == 0 || schema.NominalType is not null) this.Mismatch(text.Text.Node.Span, slot, SchemaText.Of(tool.Input, schema), "text");
        var local = this.Local();
        this.before.Append($"var {local} = {this.texts.Write(text, references)}; ");
        return $"{open}w.String({local}); ";
    }

    private string Alone(HoleText text, Slot slot, string open, ICollection<string> references)
    {
        var piece = text.Pieces[0];
        if (holes.Resolve(text, piece, references) is not { } value) return "";
        var place = text.Text.Node.Span;
        if (values.Of(piece.Reference!) is { } known) return this.Known(known, value, slot, place, open, guards.Contains(piece.Reference!.Split('.')[0]));
        return this.Inferred(value, slot, place, open);
    }

    // Types from a schema: held against the slot's now, and written as they are, without the members that the slot does not take.
    private string Known(SchemaValue known, HoleValue value, Slot slot, TextSpan place, string open, bool isGuarded)
    {
        var target = SchemaValue.Follow(tool.Input, slot.Schema);
        if (SchemaFit.Check(known.Plan, known.Node, tool.Input, target) is { } misfit)
        {
            this.Mismatch(place, slot, misfit.Expected, misfit.Given, misfit.Path);
            return "";
        }

        var takesNull = SchemaValue.IsNullable(target) || SchemaFit.TakesAnything(target);
        if (known.MayBeNull && slot.IsRequired && !takesNull && !isGuarded)
        {
            this.Mismatch(place, slot, SchemaText.Of(tool.Input, target), SchemaText.Of(known.Plan, known.Node) + " that may be null");
            return "";
        }

        // A nominal value comes without its name.
        var writer = known.Use.Type is NominalType && value.Use is { } bare ? code.Work.Types.WriterOf(bare with { IsNullable = false, Whole = null }) : this.projected.Of(known, tool.Input, target);
        return this.Written(value, writer, slot, open);
    }

    private string Written(HoleValue value, string writer, Slot slot, string open)
    {
        var local = this.Local();
        this.before.Append($"var {local} = {value.Expression}; ");
        return $"if ({local} is {{ }} {local}v) {{ {open}{writer}(w, {local}v); }} {this.OrNull(slot, open)}";
    }

    // The compiler infers the type of a `let`: it is given the slot's to fit.
    private string Inferred(HoleValue value, Slot slot, TextSpan place, string open)
    {
        var local = this.Local();
        if (slot.Use is not { } use || use.Type == LeafType.Element)
        {
            this.before.Append($"var {local} = {value.Expression}; ");
            return $"if ({local} is {{ }} {local}v) {{ {open}w.Value({local}v); }} {this.OrNull(slot, open)}";
        }

        var isNullable = !slot.IsRequired || use.IsNullable;
        this.before.Append($"{use.Type.Name}{(isNullable ? "?" : "")} {local} = {slots.Fit(use with { IsNullable = isNullable }, value.Expression, null, place)}; ");
        var writer = code.Work.Types.WriterOf(use with { IsNullable = false, Whole = null });
        return isNullable ? $"if ({local} is {{ }} {local}v) {{ {open}{writer}(w, {local}v); }} {this.OrNull(slot, open)}" : $"{open}{writer}(w, {local}); ";
    }

    // A member is left out when its value is null; an element, and a member that must be there, is null.
    private string OrNull(Slot slot, string open) => open.Length == 0 || (slot.IsRequired && SchemaValue.IsNullable(SchemaValue.Follow(tool.Input, slot.Schema))) ? $"else {{ {open}w.Null(); }} " : "";

    private string Local() => "__h" + (this.locals++).ToString(CultureInfo.InvariantCulture);

    /// <summary>A place of the arguments.</summary>
    private sealed record Slot(SchemaNode Schema, TypeUse? Use, bool IsRequired, string Path)
    {
        private static readonly SchemaNode Anything = new() { Node = new JsonBoolean(true, default), Pointer = "" };

        /// <summary>Null where there must be none of that name.</summary>
        public Slot? Member(SchemaPlan plan, string name, DeclarativeCode code)
        {
            var node = SchemaValue.Follow(plan, this.Schema);
            var path = this.Path + "/" + name;
            if (node.Properties.FirstOrDefault(property => property.Name == name) is { } known)
                return new(known.Schema, this.Use is null ? null : code.RecordOf(this.Use.Type)?.Properties.FirstOrDefault(property => property.JsonName == name)?.Use, known.IsRequired, path);
            return node.AdditionalProperties switch
            {
                { Types: SchemaTypes.None } => null,
                { } more => new(more, this.Use?.Type is MapType map ? map.Element : null, false, path),
                null => new(Anything, null, false, path),
            };
        }

        public Slot Item(SchemaPlan plan, int index)
        {
            var node = SchemaValue.Follow(plan, this.Schema);
            var path = this.Path + "/" + index.ToString(CultureInfo.InvariantCulture);
            return index < node.PrefixItems.Count
                ? new(node.PrefixItems[index], this.Use?.Type is TupleType tuple ? tuple.Items[index] : null, true, path)
                : new(node.Items ?? Anything, this.Use?.Type is ListType list ? list.Element : null, true, path);
        }
    }
}
