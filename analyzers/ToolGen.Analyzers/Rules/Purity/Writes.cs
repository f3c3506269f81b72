using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Purity;

/// <summary>Calls that change something outside of the tool.</summary>
internal static class Writes
{
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["System.IO.File"] = "Write Append Delete Move Copy Create Replace Set Encrypt Decrypt OpenWrite",
        ["System.IO.Directory"] = "Create Delete Move Set",
        ["System.IO.FileInfo"] = "Append Create Delete MoveTo CopyTo Replace OpenWrite Set",
        ["System.IO.DirectoryInfo"] = "Create Delete MoveTo Set",
        ["System.Net.Http.HttpClient"] = "Put Patch Delete",
        ["System.Net.Http.Json.HttpClientJsonExtensions"] = "Put Patch Delete",
        ["System.Net.Mail.SmtpClient"] = "Send",
        ["System.Environment"] = "SetEnvironmentVariable Exit FailFast",
        ["System.Data.IDbCommand"] = "ExecuteNonQuery",
        ["System.Data.Common.DbCommand"] = "ExecuteNonQuery",
        ["Microsoft.EntityFrameworkCore.DbContext"] = "SaveChanges",
        ["Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions"] = "ExecuteSql",
        ["Dapper.SqlMapper"] = "Execute ExecuteAsync=",
        ["Microsoft.Win32.RegistryKey"] = "Set Delete Create",
        ["Microsoft.Win32.Registry"] = "Set",
        ["System.Diagnostics.Process"] = "Start Kill",
        ["ToolGen.IToolFiles"] = "BeginWrite",
        ["ToolGen.IToolDataSession"] = "Commit",
    };

    /// <summary>The call as people write it; null: it only reads.</summary>
    public static string? Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfMember(call.TargetMethod, call.Instance?.Type),
        IMethodReferenceOperation reference => OfMember(reference.Method, reference.Instance?.Type),
        IObjectCreationOperation { Type: { } type } creation when type.Is("System.IO.StreamWriter") && creation.Arguments is [{ Value.Type.SpecialType: SpecialType.System_String }, ..] => "new StreamWriter",
        IObjectCreationOperation { Type: { } type } creation when type.Is("System.IO.FileStream") && creation.Arguments.Any(one => IsWriting(one.Value)) => "new FileStream",
        _ => null,
    };

    private static string? OfMember(IMethodSymbol method, ITypeSymbol? instance)
    {
        method = method.ReducedFrom ?? method;
        for (var type = instance ?? method.ContainingType; type is not null; type = type.BaseType)
            if (Has(type, method)) return $"{type.Name}.{method.Name}";
        return Has(method.ContainingType, method) ? $"{method.ContainingType.Name}.{method.Name}" : null;
    }

    private static bool Has(ITypeSymbol type, IMethodSymbol method) =>
        Members.TryGetValue(Taint.TypeNames.Full(type.OriginalDefinition), out var starts) && starts.Split(' ').Any(start => start.EndsWith("=", StringComparison.Ordinal) ? method.Name == start.TrimEnd('=') : method.Name.StartsWith(start, StringComparison.Ordinal) && !(type.Name == "SqlMapper" && method.Name != start));

    private static bool IsWriting(IOperation value) => value is IFieldReferenceOperation { Field: { Name: var name, ContainingType.Name: "FileMode" or "FileAccess" } } && name is not ("Open" or "Read");
}
