using System;
using System.Collections.Generic;

namespace ToolGen.Sandbox.Tests;

/// <summary>A world that answers alike each time it is made.</summary>
internal class PinnedContext : ToolContext
{
    public List<string> Lines { get; } = [];

    public override DateTimeOffset Now { get; } = new(2026, 1, 15, 13, 45, 10, 123, 456, TimeSpan.Zero);

    public override Random Random { get; } = new(42);

    public override string Setting(string name) => name == "region" ? "north" : base.Setting(name);

    public override void Log(string message)
    {
        lock (this.Lines) this.Lines.Add(message);
    }
}
