using System;
using Microsoft.Extensions.DependencyInjection;

namespace ToolGen.Extensions.AI;

/// <summary>The services of a call, and the one object that instance methods of its class are called on.</summary>
internal sealed class TargetServices(object target, IServiceProvider? services) : IKeyedServiceProvider
{
    public object? GetService(Type serviceType) => serviceType.IsClass && serviceType.IsInstanceOfType(target) ? target : services?.GetService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => (services as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        this.GetKeyedService(serviceType, serviceKey) ?? throw new InvalidOperationException($"the services have no {serviceType} of this key");
}
