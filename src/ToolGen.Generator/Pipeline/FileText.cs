using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Text = Microsoft.CodeAnalysis.Text.SourceText;

namespace ToolGen.Generator.Pipeline;

/// <summary>The text of an additional file.</summary>
internal static class FileText
{
    /// <summary>Null where it is gone, locked or no text: that is a finding of this one file, where an exception would take all generated source along.</summary>
    public static Text? Of(AdditionalText file, CancellationToken cancellationToken)
    {
        try
        {
            return file.GetText(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }
}
