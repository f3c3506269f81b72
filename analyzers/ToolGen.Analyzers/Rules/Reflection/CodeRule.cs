using System.Collections.Immutable;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>What is loaded and run as code.</summary>
internal sealed class CodeRule : FlowRule
{
    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.CodeFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        Assemblies(model);
        Scripts(model);
        Compilers(model);
    }

    private static void Sink(FlowModel model, string type, string member, string parameter = "*") => model.Sink(Danger.Code, FindingCatalog.CodeFromInput, type, member, parameter);

    private static void Assemblies(FlowModel model)
    {
        foreach (var name in new[] { "Load", "LoadFrom", "LoadFile", "UnsafeLoadFrom", "LoadWithPartialName", "ReflectionOnlyLoad", "ReflectionOnlyLoadFrom", "LoadModule" }) Sink(model, "System.Reflection.Assembly", name);
        foreach (var name in new[] { "LoadFromAssemblyPath", "LoadFromAssemblyName", "LoadFromNativeImagePath", "LoadFromStream", "LoadUnmanagedDllFromPath" }) Sink(model, "System.Runtime.Loader.AssemblyLoadContext", name);
        Sink(model, "System.Reflection.AssemblyName", ".ctor", "assemblyName");
        foreach (var name in new[] { "Load", "TryLoad" }) Sink(model, "System.Runtime.InteropServices.NativeLibrary", name, "libraryPath|libraryName");
        foreach (var name in new[] { "CreateInstanceFrom", "CreateInstance" }) Sink(model, "System.Activator", name, "assemblyFile|assemblyName");
        foreach (var name in new[] { "ExecuteAssembly", "ExecuteAssemblyByName", "Load", "CreateInstance", "CreateInstanceFrom", "CreateInstanceAndUnwrap", "CreateInstanceFromAndUnwrap" }) Sink(model, "System.AppDomain", name, "assemblyFile|assemblyName|assemblyString|rawAssembly");
        Sink(model, "System.Composition.Hosting.ContainerConfiguration", "*");
        Sink(model, "System.ComponentModel.Composition.Hosting.DirectoryCatalog", ".ctor", "path");
        Sink(model, "System.ComponentModel.Composition.Hosting.AssemblyCatalog", ".ctor", "codeBase");
    }

    private static void Scripts(FlowModel model)
    {
        foreach (var name in new[] { "EvaluateAsync", "RunAsync", "Create" }) Sink(model, "Microsoft.CodeAnalysis.CSharp.Scripting.CSharpScript", name, "code");
        foreach (var name in new[] { "ContinueWith", "ContinueWithAsync" })
        {
            Sink(model, "Microsoft.CodeAnalysis.Scripting.Script", name, "code");
            Sink(model, "Microsoft.CodeAnalysis.Scripting.Script`1", name, "code");
            Sink(model, "Microsoft.CodeAnalysis.Scripting.ScriptState", name, "code");
        }

        foreach (var name in new[] { "AddScript", "AddCommand" }) Sink(model, "System.Management.Automation.PowerShell", name, "script|cmdlet|command");
        Sink(model, "System.Management.Automation.ScriptBlock", "Create", "script");
        foreach (var name in new[] { "InvokeScript", "NewScriptBlock", "ExpandString" }) Sink(model, "System.Management.Automation.CommandInvocationIntrinsics", name);
        foreach (var type in new[] { "Jint.Engine", "Microsoft.ClearScript.ScriptEngine", "Microsoft.Scripting.Hosting.ScriptEngine", "MoonSharp.Interpreter.Script", "NLua.Lua" })
            foreach (var name in new[] { "Execute", "Evaluate", "Compile", "DoString", "DoFile", "ExecuteFile", "CreateScriptSourceFromString", "Invoke", "LoadString" }) Sink(model, type, name);
        foreach (var name in new[] { "ParseLambda", "Parse" }) Sink(model, "System.Linq.Dynamic.Core.DynamicExpressionParser", name, "expression");
        Sink(model, "System.Linq.Dynamic.Core.DynamicQueryableExtensions", "*", "predicate|selector|ordering|keySelector|expression");
        foreach (var name in new[] { "Execute", "Compile", "ExecuteAsync" }) Sink(model, "Z.Expressions.Eval", name);
        foreach (var name in new[] { "Eval", "Parse", "ParseAsDelegate", "ParseAsExpression", "SetExpression" }) Sink(model, "DynamicExpresso.Interpreter", name, "expressionText|expression");
        Sink(model, "System.Data.DataTable", "Compute", "expression|filter");
        Sink(model, "System.Data.DataTable", "Select", "filterExpression|sort");
        Sink(model, "System.Data.DataColumn", "Expression");
        foreach (var name in new[] { "RowFilter", "Sort" }) Sink(model, "System.Data.DataView", name);
        foreach (var name in new[] { "RunCompile", "Compile", "CompileRenderStringAsync" })
        {
            Sink(model, "RazorEngine.Templating.IRazorEngineService", name, "templateSource");
            Sink(model, "RazorLight.IRazorLightEngine", name, "content");
        }
    }

    private static void Compilers(FlowModel model)
    {
        // What is only parsed or bound does not run; what is emitted is made to be loaded.
        Sink(model, "Microsoft.CodeAnalysis.Compilation", "Emit", "this");
        foreach (var name in new[] { "CompileAssemblyFromSource", "CompileAssemblyFromFile" }) Sink(model, "System.CodeDom.Compiler.CodeDomProvider", name);
        Sink(model, "System.Reflection.Emit.DynamicILInfo", "SetCode");
    }
}
