using System;
using System.Diagnostics;
using ToolGen.Forge;

namespace ToolGen.Cli.Output;

/// <summary>One line on standard error that says how far the forge is, redrawn a few times a second; nothing where standard error is no terminal.</summary>
internal sealed class ForgeProgress(Terminal terminal, int specs) : IForgeWatcher, IDisposable
{
    private const int RedrawMilliseconds = 80;
    private readonly bool isLive = !Console.IsErrorRedirected && specs > 1;
    private readonly Stopwatch since = Stopwatch.StartNew();
    private int samples;

    public void Entered(Station station, int index)
    {
    }

    public void Passed(Station station, int index, ForgedTool tool) =>
        this.Draw(station == Station.Try ? $"Try {this.samples} samples" : $"{station} {index + 1}/{specs} {tool.Name}");

    public void Tried(int index, TriedSample sample, int total)
    {
        this.samples++;
        this.Draw($"Try {this.samples} samples");
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (this.isLive) terminal.Error.Write("\r\e[K");
    }

    private void Draw(string text)
    {
        if (!this.isLive || this.since.ElapsedMilliseconds < RedrawMilliseconds) return;
        this.since.Restart();
        var line = Printable.Of(text);
        terminal.Error.Write("\r\e[K" + (line.Length > 70 ? line[..70] : line));
    }
}
