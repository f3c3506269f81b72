namespace ToolGen.Registry.Changes;

/// <summary>A step of a version number, the smaller ones first.</summary>
public enum SemVerStep
{
    /// <summary>None: nothing changed, or the number did not rise.</summary>
    None,

    /// <summary>Who uses it sees no other tool.</summary>
    Patch,

    /// <summary>It can do more; who used it goes on as before.</summary>
    Minor,

    /// <summary>Who used it may have to change, or a person has to look.</summary>
    Major,
}
