using Microsoft.CodeAnalysis.CSharp;

namespace ToolGen.Generator.Gate;

/// <summary>What refused constructs are called, and what to write in their place.</summary>
internal static class ConstructNames
{
    /// <summary>Whether the construct leaves the memory-safe part of the language.</summary>
    public static bool IsUnsafe(SyntaxKind kind) => kind
        is SyntaxKind.UnsafeStatement or SyntaxKind.UnsafeKeyword or SyntaxKind.FixedStatement or SyntaxKind.FixedKeyword or SyntaxKind.StackAllocArrayCreationExpression
        or SyntaxKind.ImplicitStackAllocArrayCreationExpression or SyntaxKind.StackAllocKeyword or SyntaxKind.PointerType or SyntaxKind.FunctionPointerType
        or SyntaxKind.PointerIndirectionExpression or SyntaxKind.AddressOfExpression or SyntaxKind.PointerMemberAccessExpression
        or SyntaxKind.MakeRefExpression or SyntaxKind.RefTypeExpression or SyntaxKind.RefValueExpression or SyntaxKind.ArgListExpression or SyntaxKind.ArgListKeyword
        or SyntaxKind.MakeRefKeyword or SyntaxKind.RefTypeKeyword or SyntaxKind.RefValueKeyword
        or SyntaxKind.SizeOfExpression or SyntaxKind.SizeOfKeyword or SyntaxKind.ExternKeyword or SyntaxKind.VolatileKeyword;

    /// <summary>Whether it is an attribute or a part of one.</summary>
    public static bool IsAttribute(SyntaxKind kind) => kind is SyntaxKind.AttributeList or SyntaxKind.Attribute;

    /// <summary>What a person calls it.</summary>
    public static string Of(SyntaxKind kind) => kind switch
    {
        SyntaxKind.TypeOfExpression => "`typeof`",
        SyntaxKind.ThrowExpression or SyntaxKind.ThrowStatement => "`throw`",
        SyntaxKind.AwaitExpression => "`await`",
        SyntaxKind.ObjectCreationExpression or SyntaxKind.ImplicitObjectCreationExpression or SyntaxKind.ArrayCreationExpression => "`new` of a type",
        SyntaxKind.DefaultExpression or SyntaxKind.DefaultLiteralExpression => "`default`",
        SyntaxKind.CheckedExpression or SyntaxKind.UncheckedExpression => "`checked` and `unchecked`",
        SyntaxKind.AsExpression => "`as`",
        SyntaxKind.WithExpression => "`with`",
        SyntaxKind.QueryExpression => "a query",
        SyntaxKind.ThisExpression or SyntaxKind.BaseExpression => "`this` and `base`",
        SyntaxKind.DeclarationExpression => "a variable that a call sets",
        SyntaxKind.GotoStatement or SyntaxKind.GotoCaseStatement or SyntaxKind.GotoDefaultStatement or SyntaxKind.LabeledStatement => "`goto`",
        SyntaxKind.LockStatement => "`lock`",
        SyntaxKind.AliasQualifiedName => "`::`",
        SyntaxKind.Block or SyntaxKind.AnonymousMethodExpression => "a block of statements",
        SyntaxKind.RefExpression or SyntaxKind.RefType or SyntaxKind.ScopedType => "a `ref` to a variable",
        SyntaxKind.FieldExpression => "`field`",
        SyntaxKind.Utf8StringLiteralExpression => "a `u8` text",
        _ when kind.ToString().Contains("Assignment") => "an assignment",
        _ when kind.ToString().EndsWith("IncrementExpression", System.StringComparison.Ordinal) || kind.ToString().EndsWith("DecrementExpression", System.StringComparison.Ordinal) => "`++` and `--`",
        _ when SyntaxFacts.GetText(kind) is { Length: > 0 } text => $"`{text}`",
        _ => $"this construct ({kind})",
    };

    /// <summary>What to write instead.</summary>
    public static string Remedy(SyntaxKind kind, bool body) => kind switch
    {
        SyntaxKind.TypeOfExpression => "Leave it out; types are known when the spec is compiled.",
        SyntaxKind.ThrowExpression or SyntaxKind.ThrowStatement => "Write an entry of `fail`: {\"when\": …, \"code\": …, \"message\": …}.",
        SyntaxKind.ObjectCreationExpression or SyntaxKind.ImplicitObjectCreationExpression => "Write an object of `result` or `select`, or an anonymous `new { … }`.",
        SyntaxKind.ArrayCreationExpression => "Write `new[] { … }` or `[…]`.",
        SyntaxKind.DefaultExpression or SyntaxKind.DefaultLiteralExpression => "Write the value itself, such as `0` or `null`.",
        SyntaxKind.CheckedExpression or SyntaxKind.UncheckedExpression => "Leave it out: arithmetic is checked.",
        SyntaxKind.AsExpression => "Write an `is` pattern.",
        SyntaxKind.QueryExpression => "Write `.Where(…)`, `.Select(…)`.",
        SyntaxKind.GotoStatement or SyntaxKind.GotoCaseStatement or SyntaxKind.GotoDefaultStatement or SyntaxKind.LabeledStatement => "Write a loop with `break`, or a local function with `return`.",
        SyntaxKind.LockStatement => "Leave it out: a tool runs on one thread at a time.",
        SyntaxKind.ThisExpression or SyntaxKind.BaseExpression => "Name the member alone.",
        SyntaxKind.Block or SyntaxKind.AnonymousMethodExpression => "Write a lambda with one expression, or a `code` tool.",
        SyntaxKind.DeclarationExpression or SyntaxKind.OutKeyword => "Write a call that returns its value, or a `code` tool.",
        _ => body ? "Write it with plain statements." : "Write it with operators, calls and lambdas, name parts with `let`, or write a `code` tool.",
    };
}
