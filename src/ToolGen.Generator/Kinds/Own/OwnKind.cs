using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Generator.Kinds.Own;

/// <summary>A kind of the project: its template has the effect; <c>let</c>, <c>fail</c> and <c>result</c> stand around it as in every declarative kind.</summary>
internal sealed class OwnKind(OwnKindDefinition definition) : Kind
{
    private readonly OwnSchema schema = OwnSchema.Of(definition.Schema);

    public override string Word => definition.Name;

    public override bool WritesInput(ToolSpec spec) => this.schema.Fields.Any(field => this.schema.RoleOf(field) == "json");

    public override IReadOnlyList<TypeRoot> Roots(ToolSpec spec)
    {
        var roots = new List<TypeRoot>();
        foreach (var field in this.schema.Fields.Where(field => this.schema.RoleOf(field) == "record"))
        {
            // What is wrong with it is said where the fields are checked.
            var sink = new FindingSink(spec.Source);
            if (spec.Implementation!.Node[field] is JsonObject or JsonArray && ShortRecord.Read(spec.Implementation.Node[field]!, sink) is { } plan)
                roots.Add(new(CSharpNames.Type(field), plan, TypeRole.Record));
        }

        return roots;
    }

    public override KindCode Generate(KindWork work)
    {
        var implementation = (OwnImplementation)work.Spec.Implementation!;
        if (!this.Fits(work, implementation)) return KindCode.None;
        var gives = this.schema.Gives;
        var code = new DeclarativeCode(work, DeclarativeNames.Of(work, implementation.Let.Select(let => (let.Name, let.Member)), gives));
        var roots = gives.Select(name => new HoleRoot(name, work.Types.Roots.TryGetValue(CSharpNames.Type(name), out var use) ? use : null)).ToArray();
        var writer = new DeclarativeWriter(code, implementation, roots);
        var fields = new OwnFields(definition.Name, code, writer.Holes, this.schema, gives);
        var model = new Dictionary<string, object?>
        {
            ["Name"] = work.Spec.Name,
            ["ClassName"] = work.ClassName,
            ["Input"] = work.Input.TypeName,
            ["Output"] = work.Output.TypeName,
            ["Fields"] = fields.Of(implementation.Node).ToDictionary(field => field.Key, field => (object?)field.Value),
        };
        if (work.Findings.Errors > 0) return KindCode.None;
        if (OwnTemplate.Render(definition, model, work.Holes, out var problem, work.CancellationToken) is not { } effect)
        {
            work.Findings.Add(FindingCatalog.OwnKindTemplate, implementation.Node["kind"]!.Span, definition.Name, problem!);
            return KindCode.None;
        }

        var items = writer.Items().Append(new(gives, fields.References, effect.Trim(), implementation.Node.Span));
        var result = writer.Result(name => roots.FirstOrDefault(root => root.Name == name) is { } root ? ShapeOf(code, root) : null, property => ByName(code, roots, property));
        var statements = writer.Order(items);
        var capabilities = OwnCapabilities.Of(definition.Name, this.schema, implementation.Node, work.Findings);
        if (work.Findings.Errors > 0) return KindCode.None;
        return new(work.Render("Kinds.Own.own.sbn", new OwnModel(work.Output.TypeName, code.UsesNow, statements, result)) + code.Functions(), HasScope: true)
        {
            Capabilities = [.. capabilities, .. code.UsesNow ? ["clock"] : Array.Empty<string>()],
        };
    }

    private bool Fits(KindWork work, OwnImplementation implementation)
    {
        var word = implementation.Node["kind"]!.Span;
        var missing = definition.Template.Length == 0 ? OwnKindDefinition.TemplateExtension : definition.Schema.Length == 0 ? OwnKindDefinition.SchemaExtension : null;
        if (missing is not null) work.Findings.Add(FindingCatalog.OwnKindUnknown, word, definition.Name, definition.Name + missing);
        else if (this.schema.Problem is { } problem) work.Findings.Add(FindingCatalog.OwnKindTemplate, word, definition.Name, $"{definition.Name}{OwnKindDefinition.SchemaExtension}{problem}");
        if (missing is not null || this.schema.Plan is not { } plan || this.schema.Problem is not null) return false;

        // What every kind has is no field of this one.
        var own = new JsonObject([.. implementation.Node.Members.Where(member => member.Name is not ("kind" or "let" or "fail" or "result"))], implementation.Node.Span);
        foreach (var violation in SchemaInterpreter.Check(plan, own))
            work.Findings.Add(FindingCatalog.OwnKindField, Pointers.Find(implementation.Node, violation.Pointer).Span, violation.Pointer.TrimStart('/'), violation.Message);
        return work.Findings.Errors == 0;
    }

    private static RowShape? ShapeOf(DeclarativeCode code, HoleRoot root) =>
        root.Use?.Type is { } type && code.RecordOf(type is ListType list ? list.Element.Type : type) is { } record ? RowShape.Of(record, code.Work.Types, default) : null;

    // The output's properties are looked for in what the template gives, in that order.
    private static HoleRootValue? ByName(DeclarativeCode code, IReadOnlyList<HoleRoot> roots, PropertyModel property)
    {
        foreach (var root in roots)
        {
            if (root.Name == property.JsonName) return new(root.Name, ShapeOf(code, root));
            if (root.Use is { } use && code.RecordOf(use.Type)?.Properties.FirstOrDefault(known => known.JsonName == property.JsonName) is { } member)
                return new($"{root.Name}.{member.Name}", ShapeOf(code, root)?[member.JsonName]?.Inner);
        }

        return null;
    }
}

/// <summary>What <c>own.sbn</c> prints.</summary>
internal sealed record OwnModel(string Output, bool UsesNow, IReadOnlyList<string> Statements, string Result);
