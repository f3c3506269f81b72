using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ToolGen.Transforms;

/// <summary>The source of a transform over files: those that a pattern finds, read one after the other as the steps ask for rows. Of each only one record is held.</summary>
public sealed class FileSource
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly TransformRun run;
    private readonly IToolFiles files;
    private readonly IReadOnlyList<ToolFile> found;
    private readonly bool skipBad;
    private readonly Action<ToolFile>? opened;

    /// <param name="run">Counts what is read.</param>
    /// <param name="files">Opens files.</param>
    /// <param name="pattern">Which files; they are sought at once.</param>
    /// <param name="skipBad">Whether bad records are counted and passed over, not <c>bad_data</c>.</param>
    /// <param name="opened">Is told of each file before its first row.</param>
    /// <exception cref="ToolException">As <see cref="IToolFiles.Find"/> has it.</exception>
    public FileSource(TransformRun run, IToolFiles files, FilePattern pattern, bool skipBad = false, Action<ToolFile>? opened = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        this.run = run;
        this.files = files;
        this.found = files.Find(pattern);
        this.skipBad = skipBad;
        this.opened = opened;
    }

    /// <inheritdoc cref="TransformSource.Csv{T}(CsvFormat, IReadOnlyList{CsvColumn}, Func{CsvCells, T})"/>
    public Rows<T> Csv<T>(CsvFormat format, IReadOnlyList<CsvColumn> columns, Func<CsvCells, T> read) => this.Each(source => source.Csv(format, columns, read));

    /// <inheritdoc cref="TransformSource.Csv(CsvFormat)"/>
    public Rows<CsvRow> Csv(CsvFormat format) => this.Each(source => source.Csv(format));

    /// <inheritdoc cref="TransformSource.Json"/>
    public Rows<T> Json<T>(IReadOnlyList<string> pointer, ToolRead<T> read) => this.Each(source => source.Json(pointer, read));

    /// <inheritdoc cref="TransformSource.JsonLines"/>
    public Rows<T> JsonLines<T>(ToolRead<T> read) => this.Each(source => source.JsonLines(read));

    /// <inheritdoc cref="TransformSource.Xml"/>
    public Rows<T> Xml<T>(Checks.XmlPath records, Func<XmlValue, T> read) => this.Each(source => source.Xml(records, read));

    /// <inheritdoc cref="TransformSource.Lines"/>
    public Rows<TextLine> Lines() => this.Each(source => source.Lines());

    /// <inheritdoc cref="TransformSource.Whole"/>
    public Rows<WholeText> Whole() => this.Each(source => source.Whole());

    private Rows<T> Each<T>(Func<TransformSource, Rows<T>> read)
    {
        return new(this.run, Iterate());

        IEnumerable<T> Iterate()
        {
            foreach (var file in this.found)
            {
                this.opened?.Invoke(file);
                using var text = new StreamReader(this.files.OpenRead(file.FullPath), Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
                using var rows = read(new(this.run, text, this.skipBad)).Source.GetEnumerator();
                while (Next(rows, file)) yield return rows.Current;
                this.run.CountFile();
            }
        }
    }

    // Where there are many files, a line alone says little.
    private static bool Next<T>(IEnumerator<T> rows, ToolFile file)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (ToolException e) when (e.Code == ToolErrorCodes.BadData)
        {
            throw new ToolException(e.Code, $"{file.FullPath}, {e.Message}") { Pointer = e.Pointer };
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException(ToolErrorCodes.BadData, $"{file.FullPath} is no text in UTF-8");
        }
    }
}
