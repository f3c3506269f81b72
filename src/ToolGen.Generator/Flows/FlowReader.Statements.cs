using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Flows;

/// <content>Statements, in the order in which they run: a check counts for what stands behind it.</content>
internal sealed partial class FlowReader
{
    // What a round of a loop leaves is there in the next.
    private const int Rounds = 2;

    /// <summary>Follows a block; what it returns becomes part of <see cref="Returned"/>.</summary>
    public void Run(BlockSyntax block, FlowScope scope)
    {
        foreach (var function in block.DescendantNodes().OfType<LocalFunctionStatementSyntax>()) this.functions[function.Identifier.ValueText] = function;
        this.Statement(block, scope);
    }

    /// <summary>Whether a statement never goes on to the next.</summary>
    private bool Statement(StatementSyntax? statement, FlowScope scope)
    {
        switch (statement)
        {
            case BlockSyntax block:
                return block.Statements.Any(one => this.Statement(one, scope));
            case LocalDeclarationStatementSyntax local:
                this.Declare(local.Declaration, scope);
                return false;
            case ExpressionStatementSyntax expression:
                this.Of(expression.Expression, scope);
                return false;
            case IfStatementSyntax test:
                return this.If(test, scope);
            case ForEachStatementSyntax loop:
                var items = this.Of(loop.Expression, scope);
                return this.Loop(() => scope.Set(loop.Identifier.ValueText, items), loop.Statement, scope);
            case ForEachVariableStatementSyntax loop:
                var parts = this.Of(loop.Expression, scope);
                foreach (var named in loop.Variable.DescendantNodes().OfType<SingleVariableDesignationSyntax>()) scope.Set(named.Identifier.ValueText, parts);
                return this.Loop(() => { }, loop.Statement, scope);
            case ForStatementSyntax loop:
                if (loop.Declaration is { } declaration) this.Declare(declaration, scope);
                this.Of(loop.Condition, scope);
                return this.Loop(() => { }, loop.Statement, scope);
            case WhileStatementSyntax loop:
                this.Of(loop.Condition, scope);
                return this.Loop(() => scope.Clear(this.Shown(loop.Condition, true, scope)), loop.Statement, scope);
            case DoStatementSyntax loop:
                return this.Loop(() => { }, loop.Statement, scope);
            case ReturnStatementSyntax result:
                this.returned = this.returned.Join(this.Of(result.Expression, scope));
                return true;
            case YieldStatementSyntax result:
                this.returned = this.returned.Join(this.Of(result.Expression, scope));
                return false;
            case ThrowStatementSyntax thrown:
                this.Of(thrown.Expression, scope);
                return true;
            case BreakStatementSyntax or ContinueStatementSyntax:
                return true;
            case UsingStatementSyntax use:
                if (use.Declaration is { } used) this.Declare(used, scope);
                this.Of(use.Expression, scope);
                return this.Statement(use.Statement, scope);
            case TryStatementSyntax attempt:
                return this.Try(attempt, scope);
            case SwitchStatementSyntax choice:
                return this.Switch(choice, scope);
            case CheckedStatementSyntax inner:
                return this.Statement(inner.Block, scope);
            case LockStatementSyntax inner:
                return this.Statement(inner.Statement, scope);
            default:
                return false;
        }
    }

    private void Declare(VariableDeclarationSyntax declaration, FlowScope scope)
    {
        foreach (var variable in declaration.Variables)
        {
            var value = variable.Initializer?.Value;
            scope.Set(variable.Identifier.ValueText, this.Of(value, scope), value, this.KeysOf(value, scope));
        }
    }

    private bool If(IfStatementSyntax test, FlowScope scope)
    {
        this.Of(test.Condition, scope);
        var (yes, no) = (scope.Copy(), scope.Copy());
        yes.Clear(this.Shown(test.Condition, true, yes));
        no.Clear(this.Shown(test.Condition, false, no));
        var endsYes = this.Statement(test.Statement, yes);
        var endsNo = this.Statement(test.Else?.Statement, no);
        if (endsYes) scope.Become(no);
        else if (endsNo) scope.Become(yes);
        else scope.Become(yes, no);
        return endsYes && endsNo;
    }

    private bool Loop(System.Action start, StatementSyntax body, FlowScope scope)
    {
        for (var i = 0; i < Rounds; i++)
        {
            var inner = scope.Copy();
            var outer = scope.Copy();
            scope.Become(inner);
            start();
            this.Statement(body, scope);
            scope.Become(scope.Copy(), outer);
        }

        return false;
    }

    private bool Try(TryStatementSyntax attempt, FlowScope scope)
    {
        var before = scope.Copy();
        var ends = this.Statement(attempt.Block, scope);
        foreach (var handler in attempt.Catches)
        {
            var inner = before.Copy();
            if (this.Statement(handler.Block, inner)) continue;
            if (ends) scope.Become(inner);
            else scope.Become(scope.Copy(), inner);
            ends = false;
        }

        return this.Statement(attempt.Finally?.Block, scope) || ends;
    }

    private bool Switch(SwitchStatementSyntax choice, FlowScope scope)
    {
        this.Of(choice.Expression, scope);
        var keys = this.KeysOf(choice.Expression, scope);
        FlowScope? behind = choice.Sections.Any(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax)) ? null : scope.Copy();
        foreach (var section in choice.Sections)
        {
            var inner = scope.Copy();
            if (section.Labels.All(FlowPatterns.IsConstant)) inner.Clear(keys.ToDictionary(key => key, _ => Harm.All));
            foreach (var one in section.Statements) this.Statement(one, inner);
            if (section.Statements.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax) continue;
            if (behind is null) behind = inner;
            else behind.Become(behind.Copy(), inner);
        }

        if (behind is null) return true;
        scope.Become(behind);
        return false;
    }

    /// <summary>What a function's block returns; its checks by <c>throw</c> hold behind the call.</summary>
    private Taint Body(BlockSyntax? block, FlowScope scope)
    {
        if (block is null) return Taint.None;
        var outer = this.returned;
        this.returned = Taint.None;
        this.Statement(block, scope);
        var value = this.returned;
        this.returned = outer;
        return value;
    }
}
