using System;
using System.IO;
using System.Text;
using Spectre.Console;

namespace ToolGen.Cli.Output;

/// <summary>
/// The two streams. Results go to <see cref="Out"/>, progress and complaints to <see cref="Error"/>. Colour only on a terminal, never with
/// <c>--no-color</c> or <c>NO_COLOR</c>.
/// </summary>
internal sealed class Terminal
{
    private Terminal(TextWriter @out, TextWriter error, bool color)
    {
        this.Out = @out;
        this.Error = error;
        this.ColorOut = color && !Console.IsOutputRedirected;
        this.ColorError = color && !Console.IsErrorRedirected;
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public bool ColorOut { get; }

    public bool ColorError { get; }

    /// <summary>Whether tables and bars that redraw themselves make sense on standard output.</summary>
    public bool IsLive => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    public static Terminal Create(bool noColor)
    {
        var color = !noColor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError()), color);
    }

    /// <summary>A console for tables on standard output.</summary>
    public IAnsiConsole Tables() => Ansi(this.Out, this.ColorOut, this.IsLive);

    /// <summary>A console for progress on standard error.</summary>
    public IAnsiConsole Progress() => Ansi(this.Error, this.ColorError, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb");

    /// <summary>A sentence for the caller, on standard error.</summary>
    public void Complain(string message) => this.Error.WriteLine((this.ColorError ? "\e[31mtoolgen:\e[0m " : "toolgen: ") + Printable.Lines(message));

    /// <summary>A sentence about how it goes, on standard error.</summary>
    public void Note(string message) => this.Error.WriteLine(Printable.Lines(message));

    /// <summary>A line of standard output in the colour of what it means; its text is printable already.</summary>
    public string Colored(string line, Mood mood) => !this.ColorOut || mood == Mood.Plain ? line : mood switch
    {
        Mood.Fine => $"\e[32m{line}\e[0m",
        Mood.Doubtful => $"\e[33m{line}\e[0m",
        _ => $"\e[31m{line}\e[0m",
    };

    private static IAnsiConsole Ansi(TextWriter writer, bool color, bool live)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = live ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = live ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });

        // A redirected table is read by programs and in logs: nothing there is as narrow as the 80 columns that Spectre assumes.
        if (!live) console.Profile.Width = 200;
        return console;
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
