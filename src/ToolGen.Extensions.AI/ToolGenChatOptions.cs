using System;
using System.Collections.Generic;
using Microsoft.Extensions.AI;

namespace ToolGen.Extensions.AI;

/// <summary>How a chat client has tools.</summary>
public sealed record ToolGenChatOptions
{
    /// <summary>Tools that a model is given in one request, those of the request's own options among them. Default 128, what most providers take; beyond about 40 models choose worse.</summary>
    public int MaximumTools { get; init; } = 128;

    /// <summary>Chooses among the tools for one request, such as by a search for what its last message asks; null: all of them.</summary>
    public Func<IReadOnlyList<ToolDescriptor>, IEnumerable<ChatMessage>, IEnumerable<ToolDescriptor>>? Choose { get; init; }

    /// <summary>The provider whose strict mode the model is called with: each tool is published as its variant for it. Null: as it is.</summary>
    public StrictProvider? Strict { get; init; }

    /// <summary>Which tools a person has to say yes to each time; null: those that may destroy.</summary>
    public Func<ToolDescriptor, bool>? Asks { get; init; }
}
