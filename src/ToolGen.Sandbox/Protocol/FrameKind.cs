namespace ToolGen.Sandbox.Protocol;

/// <summary>What a frame is: four bytes of length (little-endian; of all that follows), this byte, then its fields.</summary>
internal enum FrameKind : byte
{
    /// <summary>To a blank worker, once: the assembly.</summary>
    Bind = 1,

    /// <summary>To a bound worker that runs no call: its number, the tool's class, which variant of it (0: the tool itself), the arguments.</summary>
    Call,

    /// <summary>What came of an effect.</summary>
    Answer,

    /// <summary>The running call is to end.</summary>
    Cancel,

    /// <summary>From a worker that has confined itself, first of all: the protocol's number.</summary>
    Hello = 65,

    /// <summary>The assembly is loaded, or why it is not.</summary>
    Bound,

    /// <summary>A member of the tool's context was used.</summary>
    Effect,

    /// <summary>The tool notes a line; nothing answers.</summary>
    Log,

    /// <summary>Nobody waits for an effect any more.</summary>
    Abandon,

    /// <summary>The end of the running call.</summary>
    Result,
}

/// <summary>The members of a context.</summary>
internal enum EffectKind : byte
{
    Now = 1,
    Random,
    Draw,
    Zone,
    Setting,
    Http,
    Secret,
    Tool,
    FindFiles,
    OpenFile,
    ReadFile,
    CloseFile,
    BeginOutputs,
    CreateOutput,
    WriteOutput,
    CloseOutput,
    CommitOutputs,
    CloseOutputs,
    OpenData,
    RunData,
    CommitData,
    CloseData,
}

/// <summary>How an effect went.</summary>
internal enum AnswerKind : byte
{
    /// <summary>Its value follows.</summary>
    Value,

    /// <summary>A <see cref="ToolException"/>: code, message, pointer.</summary>
    Error,

    /// <summary>It was canceled.</summary>
    Canceled,

    /// <summary>The host failed; the name of the exception's type follows, and no more.</summary>
    Failed,
}
