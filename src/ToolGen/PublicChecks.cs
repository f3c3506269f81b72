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
public static partial class UriFormats;
