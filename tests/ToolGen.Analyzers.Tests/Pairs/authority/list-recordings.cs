// Lists recordings of a day; folders of the machine are walked directly.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public sealed record Recording(string Name, long Bytes);

    public sealed class RecordingTools(string folder)
    {
        /// <summary>Recordings of a day.</summary>
        [Tool(ReadOnly = true)]
        public IReadOnlyList<Recording> ListRecordings(DateOnly day) =>
            new DirectoryInfo(folder)
                .EnumerateFiles($"{day:yyyy-MM-dd}-*.wav", SearchOption.AllDirectories)
                .Select(file => new Recording(file.Name, file.Length))
                .OrderBy(recording => recording.Name, StringComparer.Ordinal)
                .ToList();
    }
}

namespace Fixed
{
    public sealed record Recording(string Name, long Bytes);

    public sealed class RecordingTools
    {
        /// <summary>Recordings of a day.</summary>
        [Tool(ReadOnly = true, Capabilities = ["read recordings/**"])]
        public IReadOnlyList<Recording> ListRecordings(DateOnly day, ToolContext context) =>
            context.Files
                .Find(new FilePattern(new FilePatternPart("recordings/**/", true), new FilePatternPart($"{day:yyyy-MM-dd}", false), new FilePatternPart("-*.wav", true)))
                .Select(file => new Recording(file.Name, file.Length))
                .ToList();
    }
}
