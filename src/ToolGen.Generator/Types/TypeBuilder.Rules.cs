using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Types;

/// <summary>The rules that a tool's types leave open, each a field of its own.</summary>
public sealed partial class TypeBuilder
{
    private readonly Dictionary<string, int> ruleNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaNode, string> referenceRules = [];
    private readonly Queue<(SchemaNode Target, int Number)> waiting = new();
    private readonly Dictionary<SchemaResource, string> scopes = [];

    private readonly Dictionary<string, string> patterns = new(StringComparer.Ordinal);

    private RuleReferences References => new(this.ReferenceRule, this.ScopeOf, this.PatternOf);

    /// <summary>The field of a rule, one for equal rules; null for the empty one.</summary>
    private string? Rule(string initializer)
    {
        if (initializer.Length == 0) return null;
        if (!this.ruleNumbers.TryGetValue(initializer, out var number))
        {
            this.ruleNumbers[initializer] = number = this.types.Rules.Count;
            this.types.Rules.Add(initializer);
        }

        return "R" + number;
    }

    private string WholeRule(SchemaNode node) => this.Rule(RuleText.OfAll(node, this.References))!;

    private string ReferenceRule(string key) => this.plan.Definitions.TryGetValue(key, out var target) ? this.ReferenceRule(target) : "null!";

    // The field is taken before its text is made: the text can refer to it. Texts are made one after the other: a chain of references can be as long as a plan has schemas.
    private string ReferenceRule(SchemaNode target)
    {
        if (this.referenceRules.TryGetValue(target, out var field)) return field;
        this.referenceRules[target] = field = "R" + this.types.Rules.Count;
        this.waiting.Enqueue((target, this.types.Rules.Count));
        this.types.Rules.Add("");
        if (this.waiting.Count == 1) this.PrintWaiting();
        return field;
    }

    private void PrintWaiting()
    {
        while (this.waiting.Count > 0)
        {
            var (target, number) = this.waiting.Peek();
            this.types.Rules[number] = RuleText.OfAll(target, this.References);
            this.waiting.Dequeue();
        }
    }

    private string PatternOf(TextPattern pattern)
    {
        if (this.patterns.TryGetValue(pattern.Source, out var field)) return field;
        this.patterns[pattern.Source] = field = "P" + this.types.Patterns.Count;
        this.types.Patterns.Add($"{CSharpText.Literal(pattern.Source)}, static () => {CSharpText.Literal(pattern.Text)}u8");
        return field;
    }

    private string ScopeOf(SchemaResource resource)
    {
        if (this.scopes.TryGetValue(resource, out var field)) return field;
        var number = this.types.Scopes.Count;
        this.types.Scopes.Add("");
        this.scopes[resource] = field = "A" + number;
        this.types.Scopes[number] = string.Join(", ", resource.DynamicAnchors.OrderBy(anchor => anchor.Key, StringComparer.Ordinal)
            .Select(anchor => $"({CSharpText.Literal(anchor.Key)}, static () => {this.ReferenceRule(anchor.Value)})"));
        return field;
    }
}
