using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ToolGen.Specification.Members;

namespace ToolGen.Forge.Inspection;

/// <summary>Goes through every type of an assembly, each with the capabilities of the tool that it belongs to; then through all rows of its tables, of which none may be left.</summary>
internal sealed class TypeWalk(
    PEReader pe, MetadataReader metadata, MemberAllowList list, IReadOnlyDictionary<string, IReadOnlyCollection<string>> capabilities, DebugSites sites, RefusalSink refusals)
{
    private readonly HashSet<EntityHandle> seen = [];

    public void Run()
    {
        ConstantData? constants = null;
        refusals.Guard(null, "the assembly", () => constants = new(pe, metadata));
        if (constants is null) return;
        foreach (var handle in metadata.TypeDefinitions)
        {
            var name = "a type";
            refusals.Guard(null, name, () => name = TypeNames.Of(metadata, handle));
            this.Type(handle, name, constants);
        }

        this.Rest();
    }

    private void Type(TypeDefinitionHandle handle, string name, ConstantData constants)
    {
        var owner = TypeNames.Outermost(name);
        var known = capabilities.TryGetValue(owner, out var words);
        var type = metadata.GetTypeDefinition(handle);
        var tool = known ? owner : null;
        TokenRules Tokens(params MemberAudience[] more) =>
            new(metadata, new(list, words ?? [], [MemberAudience.Code, MemberAudience.Generated, MemberAudience.Compiler, .. more]), this.seen);
        var tokens = Tokens();
        var attributes = new AttributeRules(metadata, Tokens(MemberAudience.Attribute), refusals, tool);
        var declarations = new DeclarationRules(metadata, tokens);
        var bodies = new BodyRules(pe, metadata, tokens, constants);

        refusals.Guard(tool, name, () => declarations.Type(handle, name));
        attributes.Check(name, type.GetCustomAttributes());
        attributes.Check(name, type.GetGenericParameters());
        foreach (var contract in type.GetInterfaceImplementations()) attributes.Check(name, metadata.GetInterfaceImplementation(contract).GetCustomAttributes());
        foreach (var field in type.GetFields())
        {
            var part = $"{name}.{metadata.GetString(metadata.GetFieldDefinition(field).Name)}";
            refusals.Guard(tool, part, () => declarations.Field(field));
            attributes.Check(part, metadata.GetFieldDefinition(field).GetCustomAttributes());
        }

        foreach (var property in type.GetProperties())
        {
            var part = $"{name}.{metadata.GetString(metadata.GetPropertyDefinition(property).Name)}";
            refusals.Guard(tool, part, () => tokens.Signatures.Method(metadata.GetPropertyDefinition(property).Signature));
            attributes.Check(part, metadata.GetPropertyDefinition(property).GetCustomAttributes());
        }

        foreach (var method in type.GetMethods())
        {
            var definition = metadata.GetMethodDefinition(method);
            var part = $"{name}.{metadata.GetString(definition.Name)}";
            refusals.Guard(tool, part, () => declarations.Method(method), () => sites.Find(method, 0));
            attributes.Check(part, definition.GetCustomAttributes());
            attributes.Check(part, definition.GetGenericParameters());
            foreach (var parameter in definition.GetParameters()) attributes.Check(part, metadata.GetParameter(parameter).GetCustomAttributes());
            if (definition.RelativeVirtualAddress == 0) continue;
            if (name == ConstantData.Holder && CompilerHelpers.IsHelper(metadata.GetString(definition.Name)))
                refusals.Guard(tool, part, () => CompilerHelpers.Check(pe, metadata, definition, Tokens(MemberAudience.Helper)));
            else
                refusals.Guard(tool, part, () => bodies.Check(definition, (offset, read) => refusals.Guard(tool, part, read, () => sites.Find(method, offset))));
        }
    }

    // What no type uses could still be asked for by name; it is held to the same, with no capabilities.
    private void Rest()
    {
        var tokens = new TokenRules(metadata, new(list, [], MemberAudience.Code, MemberAudience.Generated, MemberAudience.Compiler, MemberAudience.Attribute), this.seen);
        var attributes = new AttributeRules(metadata, tokens, refusals, null);
        const string part = "the assembly";
        attributes.Check(part, metadata.GetAssemblyDefinition().GetCustomAttributes());
        attributes.Check(part, metadata.GetModuleDefinition().GetCustomAttributes());
        foreach (var handle in metadata.AssemblyReferences)
            refusals.Guard(null, part, () => tokens.Assembly(metadata.GetString(metadata.GetAssemblyReference(handle).Name)));
        foreach (var handle in metadata.TypeReferences.Where(handle => !this.seen.Contains(handle)))
            refusals.Guard(null, part, () => tokens.Type(handle));
        foreach (var handle in this.Rows(TableIndex.TypeSpec).Where(handle => !this.seen.Contains(handle)))
            refusals.Guard(null, part, () => tokens.Type(handle));
        foreach (var handle in metadata.MemberReferences.Where(handle => !this.seen.Contains(handle)))
            refusals.Guard(null, part, () => tokens.Member(handle));
        foreach (var handle in this.Rows(TableIndex.MethodSpec).Where(handle => !this.seen.Contains(handle)))
            refusals.Guard(null, part, () => tokens.Member(handle));
        foreach (var handle in this.Rows(TableIndex.StandAloneSig).Where(handle => !this.seen.Contains(handle)))
            refusals.Guard(null, part, () => throw RefusedException.Code("a signature that no method has"));
        foreach (var handle in metadata.CustomAttributes.Where(handle => !this.seen.Contains(handle)))
            attributes.Check(part, handle);
    }

    private IEnumerable<EntityHandle> Rows(TableIndex table) =>
        Enumerable.Range(1, metadata.GetTableRowCount(table)).Select(row => (EntityHandle)MetadataTokens.Handle(table, row));
}
