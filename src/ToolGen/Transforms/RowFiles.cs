using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ToolGen.Transforms;

/// <summary>The files that a transform writes: one, or one for each value that its path waits for. Holds no rows; called by generated code.</summary>
public sealed class RowFiles
{
    private readonly TransformRun run;
    private readonly IToolOutputs outputs;
    private readonly OutputFormat format;
    private readonly long maxFiles;
    private readonly bool replace;
    private readonly OutputPart[] path;
    private readonly IReadOnlyList<string>? columns;
    private readonly RowEncoder encoder;
    private readonly string[] keys;
    private readonly Dictionary<string, RowFile> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private string? lastKey;
    private RowFile? last;

    /// <param name="run">Is told what was written.</param>
    /// <param name="outputs">Makes the files.</param>
    /// <param name="format">How rows are written.</param>
    /// <param name="maxFiles">Most files.</param>
    /// <param name="replace">Whether files that are there are replaced.</param>
    /// <param name="path">A granted folder's name and what follows it.</param>
    /// <param name="columns">Of a table, where they are known; a file without rows then has its header.</param>
    /// <exception cref="ToolException">As <see cref="IToolOutputs.Create"/> has it: a path that waits for no value is opened at once.</exception>
    public RowFiles(TransformRun run, IToolOutputs outputs, OutputFormat format, long maxFiles, bool replace, OutputPart[] path, IReadOnlyList<string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        this.run = run;
        this.outputs = outputs;
        this.format = format;
        this.maxFiles = maxFiles;
        this.replace = replace;
        this.path = path;
        this.columns = columns;
        this.encoder = RowEncoder.For(format);
        this.keys = new string[path.Count(part => part.Text is null)];
        if (this.keys.Length == 0) this.last = this.Open("");
    }

    /// <summary>Ends the files; what <c>run.Written</c> then lists is in ordinal order of the paths.</summary>
    public void Finish()
    {
        foreach (var file in this.byKey.Values) this.Complete(file);
        this.run.Wrote(this.byKey.Values.Select(file => new WrittenFile(file.Path, file.Rows, file.Keys)).OrderBy(file => file.Path, StringComparer.Ordinal).ToArray());
    }

    /// <summary>A column that an input or a <c>let</c> names.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Its name.</param>
    /// <param name="pointer">Of the input; null for a <c>let</c>.</param>
    /// <exception cref="ToolException"><c>invalid_input</c> at the pointer: there is no such column.</exception>
    public static string Column(CsvRow row, string? column, string? pointer)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.TryGetValue(column ?? "", out var cell) ? cell : throw NoColumn(column, pointer, row.Keys);
    }

    /// <inheritdoc cref="Column(CsvRow, string?, string?)"/>
    public static string Column(IReadOnlyDictionary<string, JsonElement> row, string? column, string? pointer)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.TryGetValue(column ?? "", out var cell) ? Values.HoleText.Of(cell) : throw NoColumn(column, pointer, row.Keys);
    }

    /// <summary>The error of a column that is not there.</summary>
    public static ToolException NoColumn(string? column, string? pointer, IEnumerable<string> columns) =>
        new(ToolErrorCodes.InvalidInput, new CsvHeader([.. columns]).Missing(column ?? "")) { Pointer = pointer };

    internal void Add<T>(T row, Action<T, string[]>? keysOf, Action<RowText, T> write)
    {
        var file = keysOf is null ? this.last! : this.FileOf(row, keysOf);
        var bytes = this.Encode(file, row, write);
        if (file.Rows++ == 0) this.Start(file);
        else if (this.format == OutputFormat.Json) file.Stream.Write(",\n"u8);
        file.Stream.Write(bytes);
        if (this.format is OutputFormat.JsonLines or OutputFormat.Lines) file.Stream.Write("\n"u8);
        this.run.CountWritten();
    }

    private ReadOnlySpan<byte> Encode<T>(RowFile file, T row, Action<RowText, T> write)
    {
        try
        {
            this.encoder.Begin(file.Columns);
            write(this.encoder, row);
            return this.encoder.End();
        }
        catch (ToolWriter.OutputTooLongException)
        {
            throw new ToolException(ToolErrorCodes.Limit, $"one row that is written to {file.Path} is longer than {TextBuffer.MaxLength >> 20} MiB");
        }
    }

    private RowFile FileOf<T>(T row, Action<T, string[]> keysOf)
    {
        keysOf(row, this.keys);

        // Rows that belong together often stand together.
        var key = this.keys.Length == 1 ? this.keys[0] : string.Concat(this.keys.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")));
        if (this.last is { } same && key == this.lastKey) return same;
        this.lastKey = key;
        return this.last = this.byKey.TryGetValue(key, out var file) ? file : this.Open(key);
    }

    private RowFile Open(string key)
    {
        if (this.byKey.Count >= this.maxFiles)
            throw new ToolException(ToolErrorCodes.Limit, $"the rows would be written to more than {this.maxFiles} files; narrow them, or raise maxFiles");
        var path = this.PathFor();
        var file = new RowFile(path[(path.IndexOf('/') + 1)..], [.. this.keys], this.outputs.Create(path, this.replace)) { Columns = this.columns };
        this.byKey.Add(key, file);
        return file;
    }

    private string PathFor()
    {
        for (var number = 1; ; number++)
        {
            var path = this.PathWith(number);
            if (this.taken.Add(path)) return path;
        }
    }

    // Values that differ may make one name: the second gets -2 behind its last value.
    private string PathWith(int number)
    {
        var path = "";
        var key = 0;
        foreach (var part in this.path)
        {
            var text = part.Text ?? (part.IsPath ? this.keys[key] : SafeName.Of(this.keys[key]));
            if (part.Text is null && ++key == this.keys.Length && number > 1) text = Numbered(text, part.IsPath, number);

            // A file at the top of its folder has none: its slash goes too.
            path += text.StartsWith('/') && path.EndsWith('/') ? text[1..] : text;
        }

        return path;
    }

    private static string Numbered(string text, bool isPath, int number)
    {
        // Before the extension, which may be all of it.
        var dot = isPath ? text.LastIndexOf('.') : -1;
        var slash = text.LastIndexOf('/');
        var at = dot > slash + 1 || (dot == 0 && slash < 0) ? dot : text.Length;
        return text.Insert(at, string.Create(CultureInfo.InvariantCulture, $"-{number}"));
    }

    private void Start(RowFile file)
    {
        if (this.format == OutputFormat.Json) file.Stream.Write("[\n"u8);
        if (this.format != OutputFormat.Csv) return;
        file.Columns ??= this.encoder.Columns;
        if (file.Columns is { } columns) file.Stream.Write(CsvRowText.Header(columns));
    }

    private void Complete(RowFile file)
    {
        if (file.Rows == 0)
        {
            if (this.format == OutputFormat.Json) file.Stream.Write("[]\n"u8);
            else if (this.format == OutputFormat.Csv && (file.Columns ?? this.run.Columns) is { } columns) file.Stream.Write(CsvRowText.Header(columns));
        }
        else if (this.format == OutputFormat.Json)
        {
            file.Stream.Write("\n]\n"u8);
        }
    }

    private sealed class RowFile(string path, IReadOnlyList<string> keys, Stream stream)
    {
        public string Path { get; } = path;

        public IReadOnlyList<string> Keys { get; } = keys;

        public Stream Stream { get; } = stream;

        public IReadOnlyList<string>? Columns { get; set; }

        public long Rows { get; set; }
    }
}
