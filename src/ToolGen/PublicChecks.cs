using System.ComponentModel;

// The leaf rules are one source for two assemblies: internal where the spec is read, public here because generated code calls them.
namespace ToolGen.Checks;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class DateTimeFormats;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class EmailFormat;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ExactNumber;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class HostFormats;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class NearMiss;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class NumberFormats;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class TextFormats;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class TextLength;

[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class TextPattern;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class UriFormats;

public sealed partial class EcmaPattern;

[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial record PatternError;

public sealed partial class PatternException;

public sealed partial class PatternGroups;

public sealed partial class PatternLimitException;

public sealed partial class PatternMatch;

[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class XmlPath;

public readonly partial struct XmlStep;
