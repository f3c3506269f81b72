using System;

namespace ToolGen;

/// <summary>A parameter of a <see cref="ToolAttribute">tool method</see> that the host's services supply: no part of the schema.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
