using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Spectre.Console;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>A row a spec, a column a station: on a terminal it fills itself as the forge works, elsewhere it is one line a spec.</summary>
internal sealed class StationTable : IForgeWatcher
{
    private const int RedrawMilliseconds = 60;
    private static readonly Station[] Every = Enum.GetValues<Station>();
    private readonly Station[] stations;
    private readonly string[] names;
    private readonly string[] kinds;
    private readonly Cell?[,] cells;
    private readonly Stopwatch since = Stopwatch.StartNew();
    private Action? redraw;

    private StationTable(IReadOnlyList<SpecInput> inputs, bool weighs)
    {
        this.stations = weighs ? Every : Every[..^1];
        this.names = inputs.Select(input => System.IO.Path.GetFileName(input.Path).Replace(SpecSet.Extension, "", StringComparison.OrdinalIgnoreCase)).ToArray();
        this.kinds = new string[inputs.Count];
        this.cells = new Cell?[inputs.Count, Every.Length];
    }

    private enum Mood
    {
        Working,
        Fine,
        Doubtful,
        Wrong,
    }

    private sealed record Cell(string Text, Mood Mood);

    /// <summary>Shows the work and leaves the finished table behind.</summary>
    /// <param name="terminal">Takes it.</param>
    /// <param name="inputs">A row each.</param>
    /// <param name="work">Tells the table how it goes.</param>
    /// <param name="weighs">Whether there is a column for what samples are worth.</param>
    public static async Task<ForgedSet> ShowAsync(Terminal terminal, IReadOnlyList<SpecInput> inputs, Func<IForgeWatcher, Task<ForgedSet>> work, bool weighs = false)
    {
        var table = new StationTable(inputs, weighs);
        var console = terminal.Tables();
        ForgedSet? set = null;
        if (terminal.IsLive)
        {
            await console.Live(table.Render(live: true)).AutoClear(true).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top).StartAsync(async live =>
            {
                table.redraw = () => live.UpdateTarget(table.Render(live: true));
                set = await work(table);
            });
            table.redraw = null;
            console.Write(table.Render(live: false));
        }
        else
        {
            set = await work(table);
            for (var row = 0; row < inputs.Count; row++) terminal.Out.WriteLine(table.Line(row));
        }

        return set!;
    }

    public void Entered(Station station, int index) => this.Set(index, station, new Cell("…", Mood.Working), redrawNow: false);

    public void Passed(Station station, int index, ForgedTool tool)
    {
        this.names[index] = tool.Name;
        if (tool.Kind is { } kind) this.kinds[index] = kind;
        var cell = station switch
        {
            Station.Try => Tally(tool),
            Station.Worth => Weighed(tool),
            _ => Passing(station, tool),
        };
        if (cell is null) this.cells[index, (int)station] = null;
        else this.Set(index, station, cell, redrawNow: station is Station.Compile or Station.Try or Station.Worth);
    }

    public void Tried(int index, TriedSample sample, int total)
    {
        var so = this.cells[index, (int)Station.Try];
        var wrong = so?.Mood == Mood.Wrong || sample.Result.Outcome is RunOutcome.Failed or RunOutcome.Crashed or RunOutcome.TimedOut;
        this.Set(index, Station.Try, new Cell($"{sample.Index + 1}/{total}", wrong ? Mood.Wrong : Mood.Working), redrawNow: false);
    }

    private static Cell? Passing(Station station, ForgedTool tool)
    {
        if (!tool.Times.TryGetValue(station, out var time)) return null;
        var text = time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
        return tool.HasErrors ? new Cell("✗ " + tool.Findings.First(finding => finding.Severity == FindingSeverity.Error).Id, Mood.Wrong) : new Cell(text, Mood.Fine);
    }

    private static Cell Tally(ForgedTool tool)
    {
        var (samples, total) = (tool.Samples, tool.Samples.Count);
        var passed = samples.Count(sample => sample.Result.Outcome == RunOutcome.Passed);
        var wrong = samples.Any(sample => sample.Result.Outcome is RunOutcome.Failed or RunOutcome.Crashed or RunOutcome.TimedOut) || tool.HasErrors;
        var time = samples.Sum(sample => sample.Result.Milliseconds).ToString("0.0", CultureInfo.InvariantCulture);
        return new Cell($"{(wrong ? "✗" : "✓")} {passed}/{total}  {time}", wrong ? Mood.Wrong : passed < total ? Mood.Doubtful : Mood.Fine);
    }

    // As samples are told: of all changes, those that were noticed; "?" where there was none to try.
    private static Cell? Weighed(ForgedTool tool)
    {
        if (tool.Worth is not { } worth) return Passing(Station.Worth, tool);
        var time = tool.Times.GetValueOrDefault(Station.Worth).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
        if (worth.Mutants == 0 && !tool.HasErrors) return new Cell($"? 0/0  {time}", Mood.Doubtful);
        return new Cell($"{(tool.HasErrors ? "✗" : "✓")} {worth.Mutants - worth.Survivors.Count}/{worth.Mutants}  {time}", tool.HasErrors ? Mood.Wrong : worth.Survivors.Count > 0 ? Mood.Doubtful : Mood.Fine);
    }

    private void Set(int row, Station station, Cell cell, bool redrawNow)
    {
        this.cells[row, (int)station] = cell;
        if (this.redraw is null || (!redrawNow && this.since.ElapsedMilliseconds < RedrawMilliseconds) || this.since.ElapsedMilliseconds < RedrawMilliseconds / 3) return;
        this.since.Restart();
        this.redraw();
    }

    private Table Render(bool live)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn("[bold]spec[/]").AddColumn("[bold]kind[/]");
        foreach (var station in this.stations) table.AddColumn(new TableColumn($"[bold]{station}[/]").RightAligned());
        for (var row = 0; row < this.names.Length; row++)
        {
            table.AddRow(
            [
                new Text(Printable.Of(this.names[row])),
                new Text(this.kinds[row] ?? "", new Style(Color.Grey)),
                .. this.stations.Select(station => this.cells[row, (int)station] is { } cell ? new Text(cell.Text, Style(cell.Mood)) : new Text(live ? "·" : "–", new Style(Color.Grey))),
            ]);
        }

        return live ? table : table.Caption("times in milliseconds");
    }

    private string Line(int row) =>
        $"{Printable.Of(this.names[row]),-28} {this.kinds[row],-10} "
        + string.Join("  ", this.stations.Select(station => $"{station.ToString().ToLowerInvariant()} {this.cells[row, (int)station]?.Text ?? "–",-7}")).TrimEnd();

    private static Style Style(Mood mood) => new(mood switch
    {
        Mood.Fine => Color.Green,
        Mood.Doubtful => Color.Yellow,
        Mood.Wrong => Color.Red,
        _ => Color.Grey,
    });
}
