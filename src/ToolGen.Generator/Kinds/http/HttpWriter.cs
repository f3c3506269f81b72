using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>Makes the model of one http tool: the request, its answer, and the order of what stands around them.</summary>
internal sealed class HttpWriter
{
    /// <summary>The name of the answer's type.</summary>
    public const string Response = "Response";

    /// <summary>The name of the answer in C# and holes.</summary>
    public const string ResponseName = "response";

    /// <summary>The elements of all pages.</summary>
    public const string ItemsName = "items";

    private const string Statuses = "__statuses";

    private readonly HttpCode code;
    private readonly HttpImplementation implementation;
    private readonly TypeUse? response;
    private readonly DeclarativeWriter declarative;
    private readonly HttpValues values;
    private readonly RequestWriter request;
    private readonly PagingWriter? paging;

    public HttpWriter(HttpCode code, HttpImplementation implementation)
    {
        this.code = code;
        this.implementation = implementation;
        this.response = code.Work.Types.Roots.TryGetValue(Response, out var use) ? use : null;
        List<HoleRoot> roots = [new("status", new TypeUse(LeafType.Int32, false))];
        if (this.response is not null) roots.Add(new(ResponseName, this.response));
        this.declarative = new DeclarativeWriter(code, implementation, [.. roots]);

        // The answer is not there yet where the request is made: an input that is called `status` is what such a hole means.
        roots.RemoveAll(root => code.Input?.Properties.Any(property => property.JsonName == root.Name) == true);
        var holes = new HoleResolver(code, [.. implementation.Let.Select(let => new HoleRoot(let.Name)), .. roots]);
        this.values = new HttpValues(code, holes, [.. roots.Select(root => root.Name), .. implementation.Let.Select(let => let.Name)]);
        this.request = new RequestWriter(code, implementation, holes, this.values);
        this.paging = implementation.Paging is { } paging && this.response is not null ? new PagingWriter(code, implementation, paging, holes, this.values) : null;
    }

    public HttpModel Write()
    {
        var items = this.declarative.Items().ToList();
        var all = this.paging?.Items(this.response!);
        var statuses = this.StatusesOf();
        var isUnusedPaging = false;
        var result = this.Result();
        if (this.paging is not null && !this.code.UsesItems)
        {
            isUnusedPaging = true;
            this.code.Findings.Add(FindingCatalog.PagesUnused, this.implementation.Paging!.Node.Span);
        }

        var paging = this.paging is null || isUnusedPaging ? "" : this.paging.Write();
        var reads = this.response is not null && (this.implementation.Response is not null || this.code.UsesResponse || paging.Length > 0 || this.MentionsInHole(null));
        var model = this.request.Write(statuses.Length == 0 ? "global::ToolGen.Http.HttpStatuses.Standard" : Statuses, reads ? this.response!.TypeName : "", reads ? this.Reader() : "", paging);
        string[] gives = reads ? ["status", ResponseName] : ["status"];
        items.Add(new(gives, this.values.References.ToList(), this.code.Work.Render("Kinds.http.request.sbn", model), this.implementation.Node.Span));
        if (all is not null && paging.Length > 0) items.Add(all);
        this.FindUnused();
        return new(this.code.Work.Output.TypeName, statuses, this.code.UsesNow, this.declarative.Order(items), result);
    }

    /// <summary>What the tool does, in the words of capabilities.</summary>
    public IReadOnlyList<string> Capabilities()
    {
        var address = this.request.Address;

        // A link leads where the service says, on the same host.
        var path = this.implementation.Paging?.By == "link" ? "/**" : address.Path;
        var lines = new List<string> { $"http {this.implementation.Method} {address.Origin}{path}" };
        if (this.implementation.Auth is { } auth) lines.Add("secret " + auth.Secret.Value);
        if (this.code.UsesNow) lines.Add("clock");
        return lines;
    }

    private RowShape? Shape()
    {
        var type = this.response?.Type is ListType list ? list.Element.Type : this.response?.Type;
        return type is not null && this.code.RecordOf(type) is { } record ? RowShape.Of(record, this.code.Work.Types, default) : null;
    }

    private string Result()
    {
        var shape = this.Shape();
        var lists = this.code.RecordOf(this.code.Work.Output.Type)?.Properties.Where(property => property.Use.Type is ListType).ToList() ?? [];
        return this.declarative.Result(
            name => name == ResponseName ? shape : name == ItemsName ? this.paging?.Shape(shape) : null,
            property => this.ByName(property, lists.Count == 1 && lists[0] == property, shape));
    }

    private HoleRootValue? ByName(PropertyModel property, bool isOnlyList, RowShape? shape)
    {
        if (isOnlyList && this.paging is not null)
        {
            this.code.UseItems();
            return new(ItemsName, this.paging.Shape(shape));
        }

        if (isOnlyList && this.response?.Type is ListType)
        {
            this.code.UseResponse(null);
            return new(ResponseName, shape);
        }

        if (this.response is null || this.code.RecordOf(this.response.Type)?.Properties.FirstOrDefault(known => known.JsonName == property.JsonName) is not { } member) return null;
        this.code.UseResponse(member.Name);
        return new($"{ResponseName}.{member.Name}", shape?[member.JsonName]?.Inner);
    }

    private string Reader() => this.response!.Type == LeafType.String ? "" : this.code.Work.Types.ReaderOf(this.response);

    private string StatusesOf()
    {
        var members = new List<string>();
        if (this.implementation.StatusErrors.Count > 0)
        {
            var entries = this.implementation.StatusErrors.OrderBy(entry => entry.Key).Select(entry => $"[{entry.Key.ToString(CultureInfo.InvariantCulture)}] = {CSharpText.Literal(entry.Value)}");
            members.Add($"Errors = new global::System.Collections.Generic.Dictionary<int, string> {{ {string.Join(", ", entries)} }}");
        }

        if (this.implementation.Accept.Count > 0) members.Add($"Accept = [{string.Join(", ", this.implementation.Accept.Select(status => status.ToString(CultureInfo.InvariantCulture)))}]");
        return members.Count == 0 ? "" : $"new() {{ {string.Join(", ", members)} }}";
    }

    private void FindUnused()
    {
        if (this.implementation.Response is null || this.response is null || this.code.Findings.Errors > 0 || this.code.RecordOf(this.response.Type) is not { } record) return;
        foreach (var property in record.Properties.Where(property => !this.code.Uses(property.Name) && !this.MentionsInHole(property.JsonName)))
        {
            var place = (this.implementation.Node["response"] as JsonObject)?.Members.FirstOrDefault(member => member.Name.TrimEnd('?') == property.JsonName)?.NameSpan
                ?? (this.implementation.Node.Member("response") ?? this.implementation.Node.Member("responseSchema"))!.NameSpan;
            this.code.Findings.Add(FindingCatalog.ResponseUnused, place, property.JsonName);
        }
    }

    private bool MentionsInHole(string? property) => Mentions(this.implementation.Node, "{" + ResponseName + (property is null ? "" : "." + property));

    private static bool Mentions(JsonNode? node, string text) => node switch
    {
        JsonString value => value.Value.IndexOf(text, StringComparison.Ordinal) >= 0,
        JsonArray array => array.Items.Any(item => Mentions(item, text)),
        JsonObject record => record.Members.Any(member => Mentions(member.Value, text)),
        _ => false,
    };
}
