using System.Collections.Immutable;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Types and members that are looked up by a name.</summary>
internal sealed class MemberRule : FlowRule
{
    private static readonly string[] Lookups =
    [
        "GetMethod", "GetProperty", "GetField", "GetMember", "GetEvent", "GetNestedType", "GetInterface", "InvokeMember",
        "GetRuntimeMethod", "GetRuntimeProperty", "GetRuntimeField", "GetRuntimeEvent", "GetDeclaredMethod", "GetDeclaredMethods", "GetDeclaredProperty", "GetDeclaredField", "GetDeclaredNestedType",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.MemberFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        void Sink(string type, string member, string parameter = "name") => model.Sink(Danger.Member, FindingCatalog.MemberFromInput, type, member, parameter);
        Sink("System.Type", "GetType", "typeName");
        Sink("System.Type", "ReflectionOnlyGetType", "typeName");
        foreach (var name in new[] { "GetTypeFromProgID", "GetTypeFromCLSID" }) Sink("System.Type", name, "progID|clsid");
        Sink("System.Reflection.Assembly", "GetType");
        Sink("System.Reflection.Module", "GetType", "className");
        Sink("System.Reflection.Assembly", "CreateInstance", "typeName");
        foreach (var name in new[] { "CreateInstance", "CreateInstanceFrom" }) Sink("System.Activator", name, "typeName");
        foreach (var name in new[] { "CreateInstance", "CreateInstanceAndUnwrap", "CreateInstanceFrom", "CreateInstanceFromAndUnwrap" }) Sink("System.AppDomain", name, "typeName");
        foreach (var type in new[] { "System.Type", "System.Reflection.TypeInfo", "System.Reflection.IReflect", "System.Reflection.RuntimeReflectionExtensions" })
            foreach (var name in Lookups) Sink(type, name);
        foreach (var name in new[] { "Resolve", "Parse", "TryParse" }) Sink("System.Reflection.Metadata.TypeName", name, "typeName");
        foreach (var name in new[] { "Name", "FullName", "AssemblyQualifiedName" }) model.Compared(Danger.Member, FindingCatalog.MemberFromInput, "System.Reflection.MemberInfo", name);
        foreach (var name in new[] { "FullName", "AssemblyQualifiedName" }) model.Compared(Danger.Member, FindingCatalog.MemberFromInput, "System.Type", name);
        Sink("Microsoft.EntityFrameworkCore.EF", "Property", "propertyName");
        Sink("System.Delegate", "CreateDelegate", "method");
        foreach (var name in new[] { "Property", "Field", "PropertyOrField", "Call" }) Sink("System.Linq.Expressions.Expression", name, "propertyName|fieldName|propertyOrFieldName|methodName");
        foreach (var name in new[] { "GetMember", "SetMember", "InvokeMember" }) Sink("Microsoft.CSharp.RuntimeBinder.Binder", name);
        Sink("System.ComponentModel.PropertyDescriptorCollection", "Find");
        Sink("System.ComponentModel.PropertyDescriptorCollection", "this[]");
        Sink("Microsoft.VisualBasic.Interaction", "CallByName", "ProcName");
        Sink("Microsoft.VisualBasic.Interaction", "CreateObject", "ProgId");
    }
}
