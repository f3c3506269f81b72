using System;
using System.Collections.Generic;

namespace ToolGen.Registry;

/// <summary>A named collection of tools: what one agent or team works with. It approves nothing; a member is found as any other tool is.</summary>
/// <param name="Name">Such as <c>billing</c>.</param>
/// <param name="Owner">Who made it, and alone changes it.</param>
/// <param name="Created">When, UTC.</param>
/// <param name="Members">In ordinal order of names.</param>
public sealed record ToolCollection(string Name, string Owner, DateTimeOffset Created, IReadOnlyList<CollectionMember> Members);

/// <summary>A member.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Range">The versions that are meant (SemVer); null: any.</param>
public sealed record CollectionMember(string Tool, string? Range)
{
    /// <summary>As <see cref="IToolRegistry.Find"/> takes it.</summary>
    public string Reference => this.Range is null ? this.Tool : this.Tool + "@" + this.Range;
}
