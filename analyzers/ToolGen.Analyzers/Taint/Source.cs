namespace ToolGen.Analyzers.Taint;

/// <summary>Who wrote a value.</summary>
internal enum Source
{
    /// <summary>The model: an argument of the tool.</summary>
    Argument,

    /// <summary>An answer of another machine.</summary>
    Network,

    /// <summary>What comes out of a decompressor: much, of little.</summary>
    Unpacked,

    /// <summary>A file's content.</summary>
    File,

    /// <summary>The name of an entry of an archive.</summary>
    ArchiveEntry,

    /// <summary>A row of a database.</summary>
    Database,

    /// <summary>A whole table.</summary>
    Table,

    /// <summary>Standard input, a pipe, another process.</summary>
    Console,

    /// <summary>An environment variable or a setting: the operator's, so trusted unless asked for, but not to be given away.</summary>
    Environment,

    /// <summary>A secret: not to be given away.</summary>
    Secret,
}
