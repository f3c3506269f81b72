using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>One request, its answer typed, further pages on demand.</summary>
internal sealed class HttpKind : Kind
{
    public override string Word => "http";

    public override IReadOnlyList<TypeRoot> Roots(ToolSpec spec)
    {
        var implementation = (HttpImplementation)spec.Implementation!;
        return ResponseOf(spec, implementation) is { } response ? [new(HttpWriter.Response, response, TypeRole.Record)] : [];
    }

    public override bool WritesInput(ToolSpec spec) => ((HttpImplementation)spec.Implementation!) is { Body: not null } or { Multipart: not null };

    public override KindCode Generate(KindWork work)
    {
        var implementation = (HttpImplementation)work.Spec.Implementation!;
        string[] words = implementation.Paging is null ? [HttpWriter.ResponseName, "status"] : [HttpWriter.ResponseName, "status", HttpWriter.ItemsName];
        if (!work.Types.Roots.ContainsKey(HttpWriter.Response)) words = ["status"];
        var code = new HttpCode(work, DeclarativeNames.Of(work, implementation.Let.Select(let => (let.Name, let.Member)), words));
        var writer = new HttpWriter(code, implementation);
        var model = writer.Write();
        if (work.Findings.Errors > 0) return KindCode.None;
        return new(work.Render("Kinds.http.http.sbn", model) + code.Functions(), HasScope: true) { Capabilities = writer.Capabilities() };
    }

    // Where a spec says no shape, the answer is what the output is made of; where nothing is made of it, it isn't read: it may be empty.
    // With a result, an optional property that it leaves out is meant to be absent.
    private static SchemaPlan? ResponseOf(ToolSpec spec, HttpImplementation implementation)
    {
        if (implementation.Response is { } written) return written;
        var filled = (implementation.Result?.Properties.Select(property => property.Name) ?? []).Concat(implementation.Let.Select(let => let.Name)).ToList();
        var isUsed = implementation.Paging is not null || spec.Output.Root.Properties.Any(property => (property.IsRequired || implementation.Result is null) && !filled.Contains(property.Name))
            || new[] { "let", "fail", "result" }.Any(key => Mentions(implementation.Node[key]));
        return isUsed ? SchemaReader.Read(spec.Root["outputSchema"]!, new FindingSink(spec.Source), SchemaUse.Record) : null;
    }

    private static bool Mentions(JsonNode? node) => node switch
    {
        JsonString text => text.Value.IndexOf(HttpWriter.ResponseName, StringComparison.Ordinal) >= 0,
        JsonArray array => array.Items.Any(Mentions),
        JsonObject record => record.Members.Any(member => Mentions(member.Value)),
        _ => false,
    };
}
