using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace ToolGen.Generator.Gate;

/// <summary>
/// The syntax kinds and keywords that C# of a spec may use. A list of what is allowed: whatever a newer compiler adds is refused until it
/// is written here.
/// </summary>
internal sealed class SyntaxAllowList
{
    private static readonly SyntaxKind[] PureKinds =
    [
        // names and members
        SyntaxKind.IdentifierName, SyntaxKind.GenericName, SyntaxKind.TypeArgumentList, SyntaxKind.QualifiedName,
        SyntaxKind.SimpleMemberAccessExpression, SyntaxKind.ConditionalAccessExpression, SyntaxKind.MemberBindingExpression,
        SyntaxKind.ElementAccessExpression, SyntaxKind.ElementBindingExpression, SyntaxKind.InvocationExpression,
        SyntaxKind.ArgumentList, SyntaxKind.BracketedArgumentList, SyntaxKind.Argument, SyntaxKind.NameColon,
        SyntaxKind.SuppressNullableWarningExpression, SyntaxKind.ParenthesizedExpression,

        // literals
        SyntaxKind.NumericLiteralExpression, SyntaxKind.StringLiteralExpression, SyntaxKind.CharacterLiteralExpression,
        SyntaxKind.TrueLiteralExpression, SyntaxKind.FalseLiteralExpression, SyntaxKind.NullLiteralExpression,
        SyntaxKind.InterpolatedStringExpression, SyntaxKind.InterpolatedStringText, SyntaxKind.Interpolation,
        SyntaxKind.InterpolationAlignmentClause, SyntaxKind.InterpolationFormatClause,

        // operators
        SyntaxKind.UnaryPlusExpression, SyntaxKind.UnaryMinusExpression, SyntaxKind.LogicalNotExpression, SyntaxKind.BitwiseNotExpression,
        SyntaxKind.IndexExpression, SyntaxKind.RangeExpression,
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression,
        SyntaxKind.LeftShiftExpression, SyntaxKind.RightShiftExpression, SyntaxKind.UnsignedRightShiftExpression,
        SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression, SyntaxKind.BitwiseAndExpression, SyntaxKind.BitwiseOrExpression, SyntaxKind.ExclusiveOrExpression,
        SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.CoalesceExpression, SyntaxKind.ConditionalExpression,

        // is and switch with patterns
        SyntaxKind.IsExpression, SyntaxKind.IsPatternExpression, SyntaxKind.SwitchExpression, SyntaxKind.SwitchExpressionArm, SyntaxKind.WhenClause,
        SyntaxKind.ConstantPattern, SyntaxKind.DeclarationPattern, SyntaxKind.VarPattern, SyntaxKind.DiscardPattern, SyntaxKind.RelationalPattern,
        SyntaxKind.AndPattern, SyntaxKind.OrPattern, SyntaxKind.NotPattern, SyntaxKind.ParenthesizedPattern, SyntaxKind.TypePattern,
        SyntaxKind.RecursivePattern, SyntaxKind.PropertyPatternClause, SyntaxKind.PositionalPatternClause, SyntaxKind.Subpattern, SyntaxKind.ExpressionColon,
        SyntaxKind.ListPattern, SyntaxKind.SlicePattern,
        SyntaxKind.SingleVariableDesignation, SyntaxKind.ParenthesizedVariableDesignation, SyntaxKind.DiscardDesignation,

        // collections, tuples, anonymous objects, arrays
        SyntaxKind.CollectionExpression, SyntaxKind.ExpressionElement, SyntaxKind.SpreadElement, SyntaxKind.TupleExpression,
        SyntaxKind.AnonymousObjectCreationExpression, SyntaxKind.AnonymousObjectMemberDeclarator, SyntaxKind.NameEquals,
        SyntaxKind.ImplicitArrayCreationExpression, SyntaxKind.ArrayInitializerExpression,

        // lambdas, casts, types
        SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.ParameterList, SyntaxKind.Parameter,
        SyntaxKind.CastExpression, SyntaxKind.PredefinedType, SyntaxKind.NullableType, SyntaxKind.ArrayType, SyntaxKind.ArrayRankSpecifier,
        SyntaxKind.OmittedArraySizeExpression, SyntaxKind.TupleType, SyntaxKind.TupleElement,
    ];

    private static readonly SyntaxKind[] BodyKinds =
    [
        // statements
        SyntaxKind.Block, SyntaxKind.EmptyStatement, SyntaxKind.ExpressionStatement, SyntaxKind.LocalDeclarationStatement,
        SyntaxKind.VariableDeclaration, SyntaxKind.VariableDeclarator, SyntaxKind.EqualsValueClause,
        SyntaxKind.IfStatement, SyntaxKind.ElseClause, SyntaxKind.ForStatement, SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement,
        SyntaxKind.WhileStatement, SyntaxKind.DoStatement, SyntaxKind.BreakStatement, SyntaxKind.ContinueStatement,
        SyntaxKind.SwitchStatement, SyntaxKind.SwitchSection, SyntaxKind.CaseSwitchLabel, SyntaxKind.CasePatternSwitchLabel, SyntaxKind.DefaultSwitchLabel,
        SyntaxKind.ReturnStatement, SyntaxKind.YieldReturnStatement, SyntaxKind.YieldBreakStatement, SyntaxKind.ThrowStatement, SyntaxKind.ThrowExpression,
        SyntaxKind.TryStatement, SyntaxKind.CatchClause, SyntaxKind.CatchDeclaration, SyntaxKind.CatchFilterClause, SyntaxKind.FinallyClause,
        SyntaxKind.UsingStatement, SyntaxKind.CheckedStatement, SyntaxKind.UncheckedStatement, SyntaxKind.CheckedExpression, SyntaxKind.UncheckedExpression,
        SyntaxKind.LocalFunctionStatement, SyntaxKind.ArrowExpressionClause, SyntaxKind.TypeParameterList, SyntaxKind.TypeParameter,
        SyntaxKind.TypeParameterConstraintClause, SyntaxKind.TypeConstraint, SyntaxKind.ClassConstraint, SyntaxKind.StructConstraint,

        // expressions that change or make something
        SyntaxKind.SimpleAssignmentExpression, SyntaxKind.AddAssignmentExpression, SyntaxKind.SubtractAssignmentExpression,
        SyntaxKind.MultiplyAssignmentExpression, SyntaxKind.DivideAssignmentExpression, SyntaxKind.ModuloAssignmentExpression,
        SyntaxKind.AndAssignmentExpression, SyntaxKind.OrAssignmentExpression, SyntaxKind.ExclusiveOrAssignmentExpression,
        SyntaxKind.LeftShiftAssignmentExpression, SyntaxKind.RightShiftAssignmentExpression, SyntaxKind.UnsignedRightShiftAssignmentExpression,
        SyntaxKind.CoalesceAssignmentExpression,
        SyntaxKind.PreIncrementExpression, SyntaxKind.PreDecrementExpression, SyntaxKind.PostIncrementExpression, SyntaxKind.PostDecrementExpression,
        SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression, SyntaxKind.ObjectInitializerExpression,
        SyntaxKind.CollectionInitializerExpression, SyntaxKind.ComplexElementInitializerExpression, SyntaxKind.ImplicitElementAccess,
        SyntaxKind.ArrayCreationExpression, SyntaxKind.DeclarationExpression, SyntaxKind.AwaitExpression,
        SyntaxKind.WithExpression, SyntaxKind.WithInitializerExpression, SyntaxKind.AsExpression,
        SyntaxKind.DefaultExpression, SyntaxKind.DefaultLiteralExpression, SyntaxKind.AnonymousMethodExpression,

        // queries
        SyntaxKind.QueryExpression, SyntaxKind.QueryBody, SyntaxKind.QueryContinuation, SyntaxKind.FromClause, SyntaxKind.LetClause,
        SyntaxKind.JoinClause, SyntaxKind.JoinIntoClause, SyntaxKind.WhereClause, SyntaxKind.OrderByClause, SyntaxKind.AscendingOrdering,
        SyntaxKind.DescendingOrdering, SyntaxKind.SelectClause, SyntaxKind.GroupClause,
    ];

    private static readonly SyntaxKind[] PureKeywords =
    [
        SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword, SyntaxKind.NullKeyword, SyntaxKind.NewKeyword, SyntaxKind.IsKeyword,
        SyntaxKind.SwitchKeyword, SyntaxKind.WhenKeyword, SyntaxKind.UnderscoreToken, SyntaxKind.VarKeyword, SyntaxKind.NotKeyword, SyntaxKind.AndKeyword, SyntaxKind.OrKeyword,
        SyntaxKind.BoolKeyword, SyntaxKind.ByteKeyword, SyntaxKind.SByteKeyword, SyntaxKind.ShortKeyword, SyntaxKind.UShortKeyword,
        SyntaxKind.IntKeyword, SyntaxKind.UIntKeyword, SyntaxKind.LongKeyword, SyntaxKind.ULongKeyword, SyntaxKind.FloatKeyword,
        SyntaxKind.DoubleKeyword, SyntaxKind.DecimalKeyword, SyntaxKind.CharKeyword, SyntaxKind.StringKeyword, SyntaxKind.ObjectKeyword,
    ];

    private static readonly SyntaxKind[] BodyKeywords =
    [
        SyntaxKind.VoidKeyword, SyntaxKind.ConstKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.AwaitKeyword,
        SyntaxKind.IfKeyword, SyntaxKind.ElseKeyword, SyntaxKind.ForKeyword, SyntaxKind.ForEachKeyword, SyntaxKind.InKeyword,
        SyntaxKind.WhileKeyword, SyntaxKind.DoKeyword, SyntaxKind.BreakKeyword, SyntaxKind.ContinueKeyword, SyntaxKind.CaseKeyword,
        SyntaxKind.DefaultKeyword, SyntaxKind.ReturnKeyword, SyntaxKind.YieldKeyword, SyntaxKind.ThrowKeyword, SyntaxKind.TryKeyword,
        SyntaxKind.CatchKeyword, SyntaxKind.FinallyKeyword, SyntaxKind.UsingKeyword, SyntaxKind.CheckedKeyword, SyntaxKind.UncheckedKeyword,
        SyntaxKind.WithKeyword, SyntaxKind.AsKeyword, SyntaxKind.RefKeyword, SyntaxKind.OutKeyword, SyntaxKind.ParamsKeyword, SyntaxKind.DelegateKeyword,
        SyntaxKind.WhereKeyword, SyntaxKind.ClassKeyword, SyntaxKind.StructKeyword,
        SyntaxKind.FromKeyword, SyntaxKind.LetKeyword, SyntaxKind.JoinKeyword, SyntaxKind.OnKeyword, SyntaxKind.EqualsKeyword, SyntaxKind.ByKeyword,
        SyntaxKind.IntoKeyword, SyntaxKind.OrderByKeyword, SyntaxKind.AscendingKeyword, SyntaxKind.DescendingKeyword, SyntaxKind.SelectKeyword, SyntaxKind.GroupKeyword,
    ];

    private readonly HashSet<SyntaxKind> kinds;
    private readonly HashSet<SyntaxKind> keywords;

    private SyntaxAllowList(IEnumerable<SyntaxKind> kinds, IEnumerable<SyntaxKind> keywords)
    {
        this.kinds = new(kinds);
        this.keywords = new(keywords);
    }

    /// <summary>One expression, pure by grammar (SPEC §1.6).</summary>
    public static SyntaxAllowList Expression { get; } = new(PureKinds, PureKeywords);

    /// <summary>The statements of a <c>body</c>.</summary>
    public static SyntaxAllowList Body { get; } = new(PureKinds.Concat(BodyKinds), PureKeywords.Concat(BodyKeywords));

    public bool AllowsNode(SyntaxKind kind) => this.kinds.Contains(kind);

    /// <summary>Punctuation and operators follow from the nodes; every keyword must be on the list.</summary>
    public bool AllowsToken(SyntaxKind kind) =>
        !(SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsContextualKeyword(kind)) || this.keywords.Contains(kind);
}
