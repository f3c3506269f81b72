using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Inspection;

/// <summary>Attributes: the constructor stands on the list, and every argument is decoded. One that this assembly declares is refused: the runtime knows some by name alone.</summary>
internal sealed class AttributeRules(MetadataReader metadata, TokenRules tokens, RefusalSink refusals, string? tool)
{
    private readonly AttributeValues values = new(metadata, tokens);

    public void Check(string part, CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes) this.Check(part, attribute);
    }

    public void Check(string part, GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters.Select(metadata.GetGenericParameter))
        {
            this.Check(part, parameter.GetCustomAttributes());
            foreach (var constraint in parameter.GetConstraints()) this.Check(part, metadata.GetGenericParameterConstraint(constraint).GetCustomAttributes());
        }
    }

    public void Check(string part, CustomAttributeHandle handle) => refusals.Guard(tool, part, () =>
    {
        var attribute = metadata.GetCustomAttribute(handle);
        var name = Named(handle, attribute);
        if (metadata.GetBlobReader(attribute.Value).Length > SignatureRules.MaximumLength) throw RefusedException.Undecodable("an attribute that is too long");
        var value = attribute.DecodeValue(this.values);
        if (name == "System.Runtime.CompilerServices.InlineArrayAttribute" && !(attribute.Parent.Kind == HandleKind.TypeDefinition
            && value.FixedArguments is [{ Value: int length }] && CompilerHelpers.Length(TypeNames.Of(metadata, (TypeDefinitionHandle)attribute.Parent)) == length))
            throw new RefusedException(FindingCatalog.CompiledAttributeRefused, name);
    });

    private string Named(CustomAttributeHandle handle, CustomAttribute attribute)
    {
        var name = tokens.Attribute(handle);
        return attribute.Constructor.Kind == HandleKind.MemberReference ? name : throw new RefusedException(FindingCatalog.CompiledAttributeRefused, name);
    }
}
