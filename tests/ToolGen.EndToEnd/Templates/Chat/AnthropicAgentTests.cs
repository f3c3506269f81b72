using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Templates.Chat;

/// <summary><c>--ai anthropic</c>.</summary>
[TestClass]
[TestCategory("full")]
public sealed class AnthropicAgentTests : ChatAgentTests
{
    private static readonly Lazy<Task<ChatAgent>> Made = new(() => ChatAgent.Make("anthropic", "new.9 events"));

    internal override Wire Wire { get; } = new MessagesWire();

    internal override Task<ChatAgent> Agent => Made.Value;
}
