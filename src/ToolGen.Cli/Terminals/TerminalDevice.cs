using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;

namespace ToolGen.Cli.Terminals;

/// <summary>
/// The terminal of the person, opened by its own name: what a command reads here cannot come from an argument, a variable of the environment, a file or the standard input that a program
/// wrote to. Where there is none, nobody can be asked.
/// </summary>
internal sealed class TerminalDevice : IDisposable
{
    private const int LongestLine = 1_024;

    private readonly ITerminalLines lines;

    private TerminalDevice(ITerminalLines lines) => this.lines = lines;

    /// <summary>Opens it.</summary>
    /// <param name="why">What a person is needed for, such as <c>to approve</c>.</param>
    /// <exception cref="PersonException">There is none.</exception>
    public static TerminalDevice Open(string why)
    {
        try
        {
            return new(OperatingSystem.IsWindows() ? new WindowsTerminal() : new UnixTerminal());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            throw new PersonException($"{why} takes a person at a terminal, and this process has none: run it in a terminal of yours. Nothing was done");
        }
    }

    /// <summary>Shows text to the person, wherever standard output goes.</summary>
    public void Write(string text) => this.lines.Write(Encoding.UTF8.GetBytes(Printable.Lines(text)));

    /// <summary>Asks for a line that is not shown while it is typed.</summary>
    /// <exception cref="PersonException">The terminal was closed, or the line is longer than any.</exception>
    /// <exception cref="OperationCanceledException">Ctrl-C: what was typed is forgotten, and the terminal shows again what is typed.</exception>
    public async Task<char[]> AskHiddenAsync(string prompt, CancellationToken cancellationToken)
    {
        using var hidden = this.lines.Hide();
        this.Write(prompt);
        var bytes = new byte[LongestLine];
        try
        {
            // A read of a terminal can't be called off: it is left behind, and the process ends.
            var count = await Task.Run(() => this.lines.ReadLine(bytes), CancellationToken.None).WaitAsync(cancellationToken);
            this.Write("\n");
            if (count < 0) throw new PersonException("the terminal was closed. Nothing was done");
            var characters = new char[Encoding.UTF8.GetMaxCharCount(count)];
            var length = Encoding.UTF8.GetChars(bytes, 0, count, characters, 0);
            var line = characters[..length];
            Array.Clear(characters);
            return line;
        }
        finally
        {
            Array.Clear(bytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => this.lines.Dispose();
}

/// <summary>A terminal, line by line.</summary>
internal interface ITerminalLines : IDisposable
{
    void Write(ReadOnlySpan<byte> text);

    /// <summary>Reads a line without its end; answers how many bytes, or below 0 where there is no more, or the line does not fit.</summary>
    int ReadLine(Span<byte> line);

    /// <summary>What is typed is not shown until this is disposed; what was typed before is forgotten.</summary>
    IDisposable Hide();
}

/// <summary>Only a person can do it, and none is there: exit code 3.</summary>
internal sealed class PersonException(string message) : Exception(message);
